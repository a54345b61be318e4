"""Draws the photographs of the sample news: `python -m tools.photos [NAME…]`. A developer's tool.

Every picture is computed, from noise and simple shapes, and is ours to give away. Needs Pillow and numpy.
"""
