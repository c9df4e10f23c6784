# netmap in a container: built from locked packages, run by a user without rights on a file system
# that can only be read. docker-compose.yml beside it adds the graph database.

FROM python:3.11-slim-bookworm AS build
WORKDIR /build

# What netmap needs to run, by version and hash.
COPY requirements.txt ./
RUN python -m venv /opt/netmap \
    && /opt/netmap/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.txt

# netmap itself, built by locked tools that stay behind in this stage.
COPY requirements-build.txt ./
RUN python -m venv /opt/build \
    && /opt/build/bin/python -m pip install --no-cache-dir --require-hashes -r requirements-build.txt
COPY pyproject.toml README.md ./
COPY scripts/hatch_build.py scripts/
COPY queries queries
COPY examples examples
COPY docs/guide docs/guide
COPY netmap netmap
RUN /opt/build/bin/python -m build --wheel --no-isolation --outdir dist \
    && /opt/netmap/bin/python -m pip install --no-cache-dir --no-deps dist/*.whl \
    && /opt/netmap/bin/netmap --version


FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="netmap" \
    org.opencontainers.image.description="Graph-based network mapping for municipal coordination offices"

RUN groupadd --system --gid 10001 netmap \
    && useradd --system --uid 10001 --gid netmap --no-create-home --home-dir /data --shell /usr/sbin/nologin netmap \
    && install --directory --owner=netmap --group=netmap --mode=0700 /data
COPY --from=build /opt/netmap /opt/netmap

ENV PATH=/opt/netmap/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TZ=Europe/Berlin \
    NETMAP_STORE=sqlite:////data/netmap.db \
    NETMAP_UPLOAD_FOLDER=/data/uploads \
    NETMAP_HOST=0.0.0.0 \
    NETMAP_PORT=8000

USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000

# Ready means: it answers, and its store does.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
    CMD ["/opt/netmap/bin/python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["/opt/netmap/bin/netmap", "serve"]
