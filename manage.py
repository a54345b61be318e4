#!/usr/bin/env python
"""Runs Newsroom's commands: `manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError


def main() -> int:
    """Run the command that was asked for; what the operator can put right is told in a sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"Settings: {error}\n")
        return 1
    except (OperationalError, ProgrammingError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.stderr.write(f"Database: {str(error).strip()}\n")
        if isinstance(error, ProgrammingError) or "no such" in str(error):
            sys.stderr.write("`manage.py migrate` brings it up to date; --traceback tells more.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
