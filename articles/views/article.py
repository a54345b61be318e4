"""A story on its own page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from articles import selections
from articles.models import Article


def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """The story at its one address, to which any other slug leads. A kill answers 410 without the text."""
    story = Article.objects.for_page().filter(pk=pk).first()
    if story is not None and story.status == Article.Status.KILLED:
        return render(request, "410.html", status=410)
    if story is None or not story.is_published():
        raise Http404(_("There is no such story."))
    if request.path != story.get_absolute_url():
        return redirect(story, permanent=True)
    return render(
        request, "articles/article.html", {"article": story, "photos": selections.photos_in(story.body)}
    )
