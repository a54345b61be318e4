"""Public addresses: paths and names only."""

from django.conf import settings
from django.urls import path, re_path
from django.views.generic import RedirectView

from articles.views.archive import Archive, Search
from articles.views.article import article
from articles.views.errors import lost
from articles.views.front import front
from articles.views.lists import AuthorList, AuthorPage, SectionPage, TagList, TagPage
from articles.views.machines import healthz
from articles.views.media import photo
from articles.views.public import public

app_name = "articles"
urlpatterns = [
    path("", public(front), name="front"),
    path("articles/", public(Archive.as_view()), name="archive"),
    path("articles/<int:pk>/", public(article), name="article_by_number"),
    path("articles/<int:pk>/<str:slug>/", public(article), name="article"),
    path("sections/<slug:slug>/", public(SectionPage.as_view()), name="section"),
    path("tags/", public(TagList.as_view()), name="tags"),
    path("tags/<slug:slug>/", public(TagPage.as_view()), name="tag"),
    path("authors/", public(AuthorList.as_view()), name="authors"),
    path("authors/<slug:slug>/", public(AuthorPage.as_view()), name="author"),
    path("search/", public(Search.as_view()), name="search"),
    path("healthz", healthz, name="healthz"),
    path("favicon.ico", RedirectView.as_view(url=settings.STATIC_URL + "icons/favicon.ico")),
]
if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(
        re_path(
            rf"^{settings.MEDIA_URL.strip('/')}/photos/"
            r"(?P<name>[0-9a-f]{2}/[0-9a-f]{64}(-\d{1,5})?\.(jpg|webp|png|gif|tif|avif))$",
            photo,
            name="photo",
        )
    )
urlpatterns.append(re_path("", lost))  # so that the site's own 404 answers with DEBUG too; nothing may follow
