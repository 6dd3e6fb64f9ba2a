"""How requests reach the site: gunicorn's event loop waits for slow visitors, threads make pages.

See docs/adr/0003-gunicorn-without-access-log.md. Nothing of it is imported by the site itself,
which stays a WSGI app that any server can run.
"""
