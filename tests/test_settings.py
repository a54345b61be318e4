"""The environment decides; what makes no sense in it is told in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment as env
from newsroom.local_secret import local_secret_key

ROOT = Path(__file__).resolve().parent.parent
KEY = "kX3vq9-long-enough-and-random-for-a-check-of-deployment-7Yw2"
PRODUCTION = {"DEBUG": "0", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "news.example.org"}


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables and none of the caller's own that matter."""
    kept = {
        name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1"} | variables,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("site", ["http://news.example.org", "https://news.example.org"])
def test_deployment_check_is_clean(site):
    """`check --deploy` has nothing to say with DEBUG=0, over plain HTTP and over HTTPS."""
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, SITE_URL=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"DEBUG": "0"}, "SECRET_KEY is not set"),
        ({"DEBUG": "0", "SECRET_KEY": KEY}, "ALLOWED_HOSTS is not set"),
        ({"DEBUG": "perhaps"}, "DEBUG is 'perhaps'"),
        ({"DATABASE_URL": "oracle://scott:tiger@db/news"}, "DATABASE_URL is not understood"),
        ({"PORT": "abc"}, "PORT is 'abc'"),
        ({"TIME_ZONE": "Mars/Olympus"}, "TIME_ZONE is 'Mars/Olympus'"),
    ],
)
def test_wrong_settings_stop_with_a_sentence(variables, said):
    """No traceback: one line that names the variable, and status 1."""
    done = manage("check", **variables)
    assert done.returncode == 1
    assert done.stderr.startswith("Settings: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_password_of_the_database_stays_unsaid():
    """A DATABASE_URL that is not understood is not shown: it may hold a password."""
    assert "tiger" not in manage("check", DATABASE_URL="oracle://scott:tiger@db/news").stderr


def test_database_that_cannot_be_reached_is_told_in_a_sentence():
    """A server that does not answer gives one sentence and status 1."""
    done = manage("migrate", DATABASE_URL="postgres://nobody@127.0.0.1:1/news")
    assert done.returncode == 1
    assert done.stderr.startswith("Database: ")
    assert "Traceback" not in done.stderr


def test_https_address_switches_on_what_depends_on_it():
    """SITE_URL alone decides on redirects, HSTS and secure cookies."""
    script = (
        "from django.conf import settings as s;"
        "print(s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    )
    plain = manage("shell", "--no-imports", "-c", script, **PRODUCTION, SITE_URL="http://news.example.org")
    https = manage("shell", "--no-imports", "-c", script, **PRODUCTION, SITE_URL="https://news.example.org")
    assert plain.stdout.strip() == "False 0 False False"
    assert https.stdout.strip() == "True 31536000 True True"


def test_flag(monkeypatch):
    """1, true, yes and on mean yes in any case; empty means not set."""
    for value, meant in (("1", True), ("TRUE", True), ("on", True), ("0", False), ("no", False), ("", True)):
        monkeypatch.setenv("DEBUG", value)
        assert env.flag("DEBUG", default=True) is meant


def test_hosts(monkeypatch):
    """Blanks and empty parts go; a port or scheme is an error, an IPv6 address is none."""
    monkeypatch.setenv("ALLOWED_HOSTS", " news.example.org, [::1],, .example.com ")
    assert env.hosts("ALLOWED_HOSTS") == ["news.example.org", "[::1]", ".example.com"]
    for wrong in ("news.example.org:8000", "http://news.example.org", "[::1]:80"):
        monkeypatch.setenv("ALLOWED_HOSTS", wrong)
        with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS has"):
            env.hosts("ALLOWED_HOSTS")


@pytest.mark.parametrize(
    ("value", "engine", "name"),
    [
        ("sqlite:////srv/news/news.sqlite3", "sqlite3", "/srv/news/news.sqlite3"),
        ("sqlite:////srv/our%20news/news.sqlite3", "sqlite3", "/srv/our news/news.sqlite3"),
        ("sqlite:////srv/our news/news.sqlite3", "sqlite3", "/srv/our news/news.sqlite3"),
        ("postgres://news:s%40lt@db:5433/newsroom", "postgresql", "newsroom"),
        ("postgresql://news@db/newsroom", "postgresql", "newsroom"),
    ],
)
def test_database(monkeypatch, value, engine, name):
    """Both databases by URL, with absolute paths and escaped signs."""
    monkeypatch.setenv("DATABASE_URL", value)
    found = env.database("DATABASE_URL", Path("/unused"))
    assert (found["ENGINE"], found["NAME"]) == (f"django.db.backends.{engine}", name)


def test_password_of_the_database_is_unescaped(monkeypatch):
    """%40 in a password is an at sign."""
    monkeypatch.setenv("DATABASE_URL", "postgres://news:s%40lt@db:5433/newsroom")
    found = env.database("DATABASE_URL", Path("/unused"))
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("news", "s@lt", "db", 5433)


@pytest.mark.parametrize(
    "value", ["sqlite:///news.sqlite3", "sqlite://:memory:", "sqlite:///../news.sqlite3"]
)
def test_database_file_without_its_whole_path(monkeypatch, value):
    """A path that depends on where a command is started would be another database each time."""
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL is .* without the whole path"):
        env.database("DATABASE_URL", Path("/unused"))


@pytest.mark.parametrize(
    ("allowed", "address"),
    [
        ([], "http://127.0.0.1:8123"),
        (["*"], "http://127.0.0.1:8123"),
        (["news.example.org", "127.0.0.1"], "http://news.example.org:8123"),
        ([".example.org"], "http://example.org:8123"),
        (["[::1]"], "http://[::1]:8123"),
    ],
)
def test_address_of_a_site_that_was_given_none(allowed, address):
    """It is one that the site answers at."""
    assert env.local_address(allowed, 8123) == address


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", "80 80", "٨٠", "9" * 5000])
def test_port_that_is_none(monkeypatch, value):
    """A number from 1 to 65535."""
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT is "):
        env.port("PORT", 8000)


@pytest.mark.parametrize("value", ["news.sqlite3", "mysql://u@h/n", "postgres://u@h:port/n", "postgres://h"])
def test_database_that_is_not_understood(monkeypatch, value):
    """Anything but the two databases, or one without a name, is refused."""
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL is not understood"):
        env.database("DATABASE_URL", Path("/unused"))


def test_language(monkeypatch):
    """A form that Django does not know falls back on its language."""
    for value, meant in (("tr", "tr"), ("tr-TR", "tr"), ("pt_BR", "pt-br"), ("EN", "en"), ("", "en")):
        monkeypatch.setenv("LANGUAGE_CODE", value)
        assert env.language("LANGUAGE_CODE", "en") == meant
    monkeypatch.setenv("LANGUAGE_CODE", "klingon")
    with pytest.raises(ImproperlyConfigured, match="LANGUAGE_CODE is 'klingon'"):
        env.language("LANGUAGE_CODE", "en")


@pytest.mark.parametrize("value", ["Mars", "../../etc/passwd", "/etc/localtime", "Europe"])
def test_time_zone_that_is_none(monkeypatch, value):
    """Only names of the IANA list are time zones."""
    monkeypatch.setenv("TIME_ZONE", value)
    with pytest.raises(ImproperlyConfigured, match="TIME_ZONE is"):
        env.time_zone("TIME_ZONE", "UTC")


@pytest.mark.parametrize("value", ["news.example.org", "ftp://news.example.org", "http://", "https://h:port"])
def test_web_address_that_is_none(monkeypatch, value):
    """A web address has http: or https: and a host."""
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL is"):
        env.web_address("SITE_URL", "")


def test_origins_need_a_scheme(monkeypatch):
    """What Django would only tell later is told at once."""
    monkeypatch.setenv("CSRF_TRUSTED_ORIGINS", "https://a.example, b.example")
    with pytest.raises(ImproperlyConfigured, match=r"has 'b[.]example'"):
        env.origins("CSRF_TRUSTED_ORIGINS")


def test_media_address_ends_in_a_slash(monkeypatch):
    """A path of this site or another host."""
    for value, meant in (
        ("/media", "/media/"),
        ("https://cdn.example/m", "https://cdn.example/m/"),
        ("", "/media/"),
    ):
        monkeypatch.setenv("MEDIA_URL", value)
        assert env.media_address("MEDIA_URL") == meant
    for wrong in ("media", "/", "ftp://cdn.example/", "cdn.example/m"):
        monkeypatch.setenv("MEDIA_URL", wrong)
        with pytest.raises(ImproperlyConfigured, match="such as /media/ or an address such as https:"):
            env.media_address("MEDIA_URL")


def test_media_folder_may_not_be_a_file(monkeypatch, tmp_path):
    """A file in its place is told; a folder that is not there yet is well."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("MEDIA_ROOT", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="MEDIA_ROOT"):
        env.folder("MEDIA_ROOT", tmp_path)
    monkeypatch.setenv("MEDIA_ROOT", str(tmp_path / "not yet"))
    assert env.folder("MEDIA_ROOT", tmp_path) == tmp_path / "not yet"


def test_cache_and_mail_that_are_not_understood(monkeypatch):
    """Both are told by name, without their value."""
    monkeypatch.setenv("CACHE_URL", "memory")
    monkeypatch.setenv("EMAIL_URL", "me:secret@example.org")
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL is not understood"):
        env.cache("CACHE_URL")
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is not understood") as error:
        env.mail("EMAIL_URL")
    assert "secret" not in str(error.value)


def test_local_secret_key_is_made_once_and_kept_from_others(tmp_path):
    """The same key at the next start, in a file that its owner alone can read."""
    path = tmp_path / "var" / "secret-key"
    key = local_secret_key(path)
    assert len(key) >= 50
    assert local_secret_key(path) == key
    assert path.stat().st_mode & 0o077 == 0


def test_local_secret_key_without_a_place_to_keep_it(tmp_path):
    """Where nothing can be written there is a key all the same."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert len(local_secret_key(tmp_path / "file" / "secret-key")) >= 50
