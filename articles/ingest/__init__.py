"""Wire copy becomes articles: the only package that knows both `wire` and the models.

    documents ─reading─▶ stories ─fitting─▶ values ─store─▶ rows, an outcome for each story ─runs─▶ report

`runs.run()` imports documents; the command `import_wire` is its face. `reading` and `identity` know no
Django, so that worker processes start at once: therefore nothing is imported here.
"""
