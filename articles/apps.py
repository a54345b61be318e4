"""The articles app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """News: wire copy, articles, people, tags and the public site."""

    name = "articles"
    verbose_name = _("News")
