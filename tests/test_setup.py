"""`make run` and `make serve` bring a site from nothing to ready, and never spoil one that is."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from articles import pictures, sample_news
from articles.management.commands.set_up import must_be_free
from articles.models import Article, ImportRun, Photo, Section

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def port():
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def no_administrator(monkeypatch):
    """No variables that name the first administrator."""
    for name in ("USERNAME", "PASSWORD", "EMAIL"):
        monkeypatch.delenv(f"DJANGO_SUPERUSER_{name}", raising=False)


def set_up(port: str, *arguments: str) -> str:
    """Run the command and give what it says."""
    out = io.StringIO()
    call_command("set_up", *arguments, port=port, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.usefixtures("no_administrator")
class TestAdministrator:
    """The first administrator."""

    def test_has_a_random_password_that_is_shown_once(self, port):
        """The name is admin; the password shown lets in; the next run tells how to set another."""
        said = set_up(port)
        password = said.partition("password ")[2].split()[0]
        assert len(password) >= 16
        assert authenticate(username="admin", password=password).is_superuser
        again = set_up(port)
        assert password not in again
        assert "changepassword admin" in again
        assert authenticate(username="admin", password=password) is not None

    def test_comes_from_the_environment(self, port, monkeypatch):
        """Name, password and address are those given, and the password is not shown."""
        monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "chief")
        monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long word that nobody knows")
        monkeypatch.setenv("DJANGO_SUPERUSER_EMAIL", "chief@news.example")
        said = set_up(port)
        assert "nobody knows" not in said
        chief = authenticate(username="chief", password="a long word that nobody knows")
        assert (chief.is_superuser, chief.is_staff, chief.email) == (True, True, "chief@news.example")

    @pytest.mark.parametrize("debug", [True, False])
    def test_is_told_of_a_weak_password(self, port, monkeypatch, settings, debug):
        """The operator's choice is obeyed, and what speaks against it is told on standard error."""
        settings.DEBUG = debug
        monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "123")
        err = io.StringIO()
        call_command("set_up", port=port, stdout=io.StringIO(), stderr=err)
        assert "DJANGO_SUPERUSER_PASSWORD is weak" in err.getvalue()
        assert authenticate(username="admin", password="123").is_superuser

    def test_is_not_made_where_there_is_one(self, port):
        """An administrator of another name is enough."""
        get_user_model().objects.create_superuser("olga", "", "x")
        assert "changepassword olga" in set_up(port)
        assert get_user_model().objects.count() == 1

    def test_takes_no_account_over(self, port):
        """An account of that name that is no administrator stays what it is."""
        get_user_model().objects.create_user("admin")
        with pytest.raises(CommandError, match="DJANGO_SUPERUSER_USERNAME"):
            set_up(port)
        assert not get_user_model().objects.get().is_superuser


def test_says_where_the_site_is(port, db, settings):
    """The addresses of site and desk."""
    settings.SITE_URL = "https://news.example.org"
    said = set_up(port)
    assert "https://news.example.org/\n" in said
    assert "https://news.example.org/admin/\n" in said


def test_makes_the_folder_for_photos(port, db, settings, tmp_path):
    """MEDIA_ROOT is there afterwards, with the folders above it."""
    settings.MEDIA_ROOT = tmp_path / "a" / "b"
    set_up(port)
    assert settings.MEDIA_ROOT.is_dir()


def test_folder_for_photos_that_cannot_be_made(port, db, settings, tmp_path):
    """A sentence that names setting and folder."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in (tmp_path / "file" / "media", Path("/proc/media")):
        settings.MEDIA_ROOT = place
        with pytest.raises(CommandError, match=f"MEDIA_ROOT is '{place}', where nothing can be written"):
            set_up(port)


def test_short_key_is_warned_of_in_production(port, db, settings):
    """The site starts all the same."""
    settings.DEBUG, settings.SECRET_KEY = False, "short"
    out, err = io.StringIO(), io.StringIO()
    call_command("set_up", port=port, stdout=out, stderr=err)
    assert err.getvalue().startswith("Warning: SECRET_KEY has 5 characters.")
    assert "Site " in out.getvalue()


def test_port_that_is_taken():
    """A sentence that names the port, before anything is done."""
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = str(other.getsockname()[1])
        with pytest.raises(CommandError, match=f"Port {number} is taken"):
            must_be_free("127.0.0.1", number)


@pytest.mark.parametrize("number", ["", "http", "0", "65536", "-1", "8000 "])
def test_port_that_is_none(number):
    """Not a number from 1 to 65535."""
    with pytest.raises(CommandError, match="PORT is"):
        must_be_free("127.0.0.1", number)


@pytest.mark.django_db
class TestSampleNews:
    """The news of a first look."""

    @pytest.fixture(autouse=True)
    def _filed(self, db, monkeypatch):
        monkeypatch.setattr(pictures, "WIDTHS", (360,))  # the other sizes would only take time
        sample_news.file()

    def test_is_a_front_page(self):
        """Enough stories in each section of the menu, a dozen pictures, and several languages."""
        live = Article.objects.published()
        assert live.count() >= 24
        assert Photo.objects.count() >= 12
        languages = set(live.values_list("language", flat=True))
        assert languages >= {
            "en",
            "tr",
            "ru",
            "ar",
            "de",
            "el",
            "fr",
            "es",
            "zh",
        }
        menu = Section.objects.filter(in_menu=True)
        assert [section.name for section in menu] == [
            "World", "Politics", "Business", "Technology", "Sport", "Culture", "Science", "Opinion",
        ]  # fmt: skip
        for section in menu:
            assert live.filter(section=section).count() >= 3, section
        assert not live.filter(section=None).exists()
        assert not Section.objects.filter(in_menu=False).exists()

    def test_came_by_the_wire(self):
        """One run brought all of it, nothing was quarantined, and each story shows its raw copy."""
        run = ImportRun.objects.get()
        assert (run.quarantined, run.created) == (0, Article.objects.count())
        assert not Article.objects.filter(wire_items=None).exists()

    def test_is_well_made(self):
        """Every story has a headline, a text and an author or a source; every picture a caption and more."""
        for article in Article.objects.all():
            assert article.headline
            assert article.body.count("<p") >= 2, article
            assert article.source or article.bylines.exists(), article
        for photo in Photo.objects.all():
            assert photo.caption, photo
            assert photo.alt, photo
            assert photo.credit, photo

    def test_leaves_work_for_the_desk(self):
        """A draft, one in review, one that waits and one under embargo; readers see none of them."""
        states = sorted(article.state for article in Article.objects.all() if article.state != "live")
        assert states == ["draft", "embargoed", "review", "scheduled"]

    def test_lies_in_the_past(self):
        """No live story bears a date to come, and none seems to be updated before it was published."""
        for article in Article.objects.published():
            assert article.publish_at <= timezone.now()
            assert article.changed_at is None or article.changed_at >= article.publish_at

    def test_is_not_filed_twice(self, port):
        """A second start adds nothing and undoes nothing that an editor did."""
        gone, changed = Article.objects.published()[:2]
        gone.delete()
        Article.objects.filter(pk=changed.pk).update(headline="By the desk")
        before = list(Article.objects.order_by("pk").values_list("pk", "headline"))
        set_up(port, "--sample-news")
        assert list(Article.objects.order_by("pk").values_list("pk", "headline")) == before

    def test_does_not_come_back(self, port):
        """Not even when an editor has deleted every story."""
        Article.objects.all().delete()
        set_up(port, "--sample-news")
        assert not Article.objects.exists()


@pytest.mark.django_db
def test_sample_news_stays_away_from_news(port):
    """A site that has news of its own gets none."""
    Article.objects.create(headline="Ours")
    set_up(port, "--sample-news")
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_sample_news_of_a_machine_whose_clock_is_behind(monkeypatch):
    """All dates move back together, in whole days, so that the newest is past."""
    then = timezone.now() - timedelta(days=400)
    monkeypatch.setattr(sample_news.timezone, "now", lambda: then)
    plans = {
        "a": {"published": then + timedelta(days=2, hours=1)},
        "b": {"published": then - timedelta(days=9)},
        "c": {},
    }
    assert sample_news._days_back(plans) == timedelta(days=3)
    assert sample_news._days_back({"b": plans["b"]}) == timedelta(0)


def make(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py set_up in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "manage.py", "set_up", *arguments],
        cwd=ROOT,
        env=kept | variables,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_production_without_a_key_says_so(tmp_path):
    """One sentence and a status, no traceback, and no database is made."""
    done = make(DEBUG="0", DATABASE_URL=f"sqlite:///{tmp_path}/news.sqlite3")
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "SECRET_KEY" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_fresh_database_in_a_folder_with_a_blank(tmp_path, port):
    """From nothing to an administrator, in one go."""
    folder = tmp_path / "our news"
    folder.mkdir()
    done = make(
        "--port", port, DATABASE_URL=f"sqlite:///{folder}/news.sqlite3", MEDIA_ROOT=str(folder / "media")
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Login  admin, password " in done.stdout
    assert (folder / "news.sqlite3").exists()
