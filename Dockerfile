# A folder of articles in, records out:
#   docker build -t nlp-events .
#   docker run --rm --network none -v "$PWD:/data" nlp-events extract /data/articles -o /data/records.jsonl
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
# Exact versions: the same articles give the same bytes.
COPY constraints.txt /tmp/constraints.txt
COPY --from=build /wheels /wheels
RUN wheel=$(ls /wheels/*.whl) \
    && pip install --no-cache-dir --constraint /tmp/constraints.txt "nlp-events[pdf] @ file://$wheel" \
    && rm -r /wheels /tmp/constraints.txt
RUN useradd --create-home reader
USER reader
WORKDIR /data
ENV PYTHONUNBUFFERED=1
ENTRYPOINT ["nlp-events"]
CMD ["--help"]
