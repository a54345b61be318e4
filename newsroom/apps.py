"""Which site the admin is: the desk."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with the newsroom's own site in it."""

    default_site = "articles.admin.site.DeskSite"

    def ready(self) -> None:
        """Make the desk's modules register with the one site.

        They lie in the package that holds the site's class: were the site asked for first, importing its
        class would ask for it again, and a second one would be made.
        """
        import_module("articles.admin")
        super().ready()
