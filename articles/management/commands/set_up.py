"""Brings a site from nothing to ready: what `make run` and `make serve` do before they serve."""

from __future__ import annotations

import errno
import os
import secrets
import socket
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles import sample_news

SHORTEST_KEY = 50  # characters of a SECRET_KEY, as Django's own check has it


class Command(BaseCommand):
    """Repeats nothing and loses nothing when it runs again."""

    help = "Migrates the database, makes the first administrator, and with --sample-news files some news."
    requires_system_checks: list[str] = []  # they may ask the database, which is not there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sample-news", action="store_true", help="file the sample news, once")
        parser.add_argument("--host", default="127.0.0.1", help="address that will be listened on")
        parser.add_argument("--port", default="8000", help="port that will be listened on")

    def handle(self, *args: Any, **options: Any) -> None:
        must_be_free(options["host"], options["port"])
        make_folder("MEDIA_ROOT", settings.MEDIA_ROOT)
        if not settings.DEBUG:
            make_folder("The folder of static files", settings.STATIC_ROOT)
            if len(settings.SECRET_KEY) < SHORTEST_KEY:
                self.warn(
                    f"SECRET_KEY has {len(settings.SECRET_KEY)} characters. Sessions and signed links "
                    f"are only safe with {SHORTEST_KEY} or more random ones."
                )
        call_command("migrate", interactive=False, verbosity=0)
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0)
        if options["sample_news"]:
            self.file_sample_news()
        login = self.first_administrator()
        self.stdout.write(f"\n  Site   {settings.SITE_URL}/")
        self.stdout.write(f"  Desk   {settings.SITE_URL}/admin/")
        self.stdout.write(f"  {login}\n\n")

    def file_sample_news(self) -> None:
        """File the sample news unless this site had it before."""
        if sample_news.is_filed():
            return
        self.stdout.write("Filing the sample news …")
        self.stdout.flush()
        sample_news.file()

    def warn(self, message: str) -> None:
        """Tell on standard error what should be put right and does not stop the start."""
        self.stderr.write(f"Warning: {message}", self.style.WARNING)

    def first_administrator(self) -> str:
        """Make an administrator where there is none, and say how to log in.

        Name, password and e-mail come from the variables that `createsuperuser` knows. A password that is
        made here is told this once and nowhere kept.
        """
        users = get_user_model()._default_manager
        administrator = users.filter(is_superuser=True, is_active=True).order_by("pk").first()
        if administrator is not None:
            name = administrator.get_username()
            return (
                f"Login  {name}, with the password you have; a new one: "
                f".venv/bin/python manage.py changepassword {name}"
            )
        name = os.environ.get("DJANGO_SUPERUSER_USERNAME") or "admin"
        if users.filter(username=name).exists():
            raise CommandError(
                f"There is no administrator, and {name!r} is an account already. "
                "Choose another name with DJANGO_SUPERUSER_USERNAME."
            )
        given = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        password = given or secrets.token_urlsafe(12)
        email = os.environ.get("DJANGO_SUPERUSER_EMAIL", "")
        if given and (faults := weakness(given, users.model(username=name, email=email))):
            self.warn(f"DJANGO_SUPERUSER_PASSWORD is weak: {faults} Set a better one with changepassword.")
        users.create_superuser(username=name, email=email, password=password)
        if given:
            return f"Login  {name}, with the password in DJANGO_SUPERUSER_PASSWORD"
        return f"Login  {name}, password {password} (shown this once)"


def must_be_free(host: str, port: str) -> None:
    """Say in a sentence that the port cannot be listened on, before any work is done."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is {port!r}. It should be a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(port)))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                message = f"Port {port} is taken by another program. Choose another with PORT="
            elif error.errno == errno.EACCES:
                message = f"Port {port} may not be listened on by this user. Choose one above 1023."
            else:
                message = f"{host} port {port} cannot be listened on: {error.strerror or error}."
            raise CommandError(message) from None


def make_folder(name: str, folder: Path) -> None:
    """Make a folder where it is missing, and say in a sentence that nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CommandError(
            f"{name} is {str(folder)!r}, where nothing can be written: {error.strerror or error}."
        ) from None


def weakness(password: str, account: User) -> str:
    """What speaks against a password, in sentences; empty where nothing does."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
