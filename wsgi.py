"""The site for any WSGI server: ``gunicorn wsgi:app``."""

from letterwriter.web import create_app

app = create_app()
