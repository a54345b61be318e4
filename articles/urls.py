"""Public addresses: paths and names only."""

from django.urls import URLPattern

app_name = "articles"
urlpatterns: list[URLPattern] = []
