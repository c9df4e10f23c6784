"""The web application: what people and programs see, over the use cases."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from netmap import __version__
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.web import failures, probes
from netmap.web.api import routes as api
from netmap.web.context import Context
from netmap.web.intake import Intake
from netmap.web.limits import RateLimits
from netmap.web.metrics import Metrics
from netmap.web.pages import routes as pages
from netmap.web.security import Guard, read_access_token
from netmap.web.sessions import Sessions
from netmap.web.watching import Watching

STATIC = Path(__file__).resolve().parent / "static"


def create_app(use_cases: UseCases, settings: Settings) -> FastAPI:
    """The application over these use cases, which it neither opens nor closes.

    Raises:
        SettingsError: The access token cannot be read, or one is needed and not set.
    """
    token = read_access_token(settings)
    app = FastAPI(
        title="netmap",
        version=__version__,
        # The stock pages load their scripts from other hosts; ours is a page of its own.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        # An id may end with a slash.
        redirect_slashes=False,
    )
    sessions = Sessions(token) if token else None
    limits = RateLimits(settings, guarded=token is not None)
    context = Context(use_cases, settings, sessions, limits, Metrics())
    use_cases.watch.listen(context.metrics.observe_store)
    app.state.context = context
    failures.register(app)
    # The last one is the first to see a request.
    app.add_middleware(Intake, settings=settings)
    app.add_middleware(Guard, context=context)
    app.add_middleware(Watching, metrics=context.metrics)
    api.include(app)
    pages.include(app)
    app.include_router(probes.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
