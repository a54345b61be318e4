"""Rebuilds the search index."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from articles import search
from articles.models import Article


class Command(BaseCommand):
    help = "Rebuilds the search index: all articles are read and indexed anew."

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = options["verbosity"] < 1 or not self.stderr.isatty()
        with tqdm(
            total=Article.objects.count(), unit=" " + _("articles"), disable=quiet, file=self.stderr
        ) as bar:
            count = search.rebuild(bar.update)
        if options["verbosity"] >= 1:
            self.stdout.write(
                ngettext("%(count)d article can be found now.", "%(count)d articles can be found now.", count)
                % {"count": count}
            )
