"""Settings of a Newsroom site. All that differs between places comes from the environment.

With nothing set it is a safe local site: DEBUG on, SQLite, reachable from this machine alone.
README.md lists the variables.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment as env
from newsroom.local_secret import local_secret_key
from newsroom.logs import without_trace_of_refusals

BASE_DIR = Path(__file__).resolve().parent.parent

# Where and for whom

DEBUG = env.flag("DEBUG", default=True)
SITE_NAME = env.text("SITE_NAME", "Newsroom")
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
if not DEBUG and not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. With DEBUG=0 give it 50 or more random characters.")
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is not set. With DEBUG=0 name the hosts of the site, with commas between."
    )
SECRET_KEY = SECRET_KEY or local_secret_key(BASE_DIR / "var" / "secret-key")
ALLOWED_HOSTS = ALLOWED_HOSTS or LOCAL_HOSTS
SITE_URL = env.text("SITE_URL") or env.local_address(ALLOWED_HOSTS, env.port("PORT", 8000))
SITE_URL = env.web_address("SITE_URL", SITE_URL)
HTTPS = SITE_URL.startswith("https:")
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "articles.views.errors.form_refused"

# Parts

INSTALLED_APPS = [
    "articles",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",  # one way to serve static files, in development too
    "django.contrib.staticfiles",
    "django_filters",
    "django_prose_editor",
    "taggit",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.health.HealthMiddleware",  # before CommonMiddleware, which looks at the host
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
ASGI_APPLICATION = "newsroom.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context_processors.site",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TAGGIT_CASE_INSENSITIVE = True

# Database, cache, mail

DATABASES = {"default": env.database("DATABASE_URL", BASE_DIR / "db.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers and one writer work side by side; a writer waits for its turn and takes it whole.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
CACHES = {"default": env.cache("CACHE_URL")}
vars().update(env.mail("EMAIL_URL"))

# Languages and time

LANGUAGE_CODE = env.language("LANGUAGE_CODE", "en")
TIME_ZONE = env.time_zone("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

# Static files and media

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = env.media_address("MEDIA_URL")
MEDIA_ROOT = env.folder("MEDIA_ROOT", BASE_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600  # hashed files are held for ever all the same
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Accounts

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# Safety. Plain HTTP is obeyed where SITE_URL asks for it (a newsroom's own network, a first look);
# an https: address switches on all that depends on it. Whether a request came over HTTPS is told by gunicorn,
# which believes X-Forwarded-Proto from the proxies in FORWARDED_ALLOW_IPS alone (127.0.0.1 by default).

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked by balancers, on the inner side
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
PICTURE_HOSTS = [] if MEDIA_URL.startswith("/") else ["{0.scheme}://{0.netloc}".format(urlsplit(MEDIA_URL))]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *PICTURE_HOSTS],
        "media-src": [SELF, *PICTURE_HOSTS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
# Sub-domains and preload lists are for the owner of the domain to decide (security.W005, W021); over plain
# HTTP redirects, HSTS and secure cookies would lock everybody out (W004, W008, W012, W016).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"] + (
    [] if HTTPS else ["security.W004", "security.W008", "security.W012", "security.W016"]
)

# Logs go to standard error, a line each

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "refusals": {
            "()": "django.utils.log.CallbackFilter",
            "callback": without_trace_of_refusals,
        }
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["refusals"]},
    },
    "root": {"handlers": ["stderr"], "level": "INFO" if DEBUG else "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},  # the root's handler is enough
        "django.request": {"level": "ERROR"},  # not each address that is not there
    },
}
