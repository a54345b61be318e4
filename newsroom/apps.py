"""Which site the admin is: the desk."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with the newsroom's own site in it."""

    default_site = "articles.admin.site.DeskSite"
