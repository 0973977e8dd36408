"""A cluster of two workers on this machine: ``python -m tests.ray_cluster IN FRAGILE OUT``; see ``test_distributed``.

In a process of its own, as Ray changes the one that it is in.
"""

import json
import sys
from pathlib import Path

import ray
from ray.cluster_utils import Cluster as LocalCluster

from nlp_events.batch import Recipe
from nlp_events.distributed import Cluster, extract_dataset, extract_files
from nlp_events.errors import NlpEventsError
from nlp_events.readers import ReadOptions
from tests.batch.recipes import FragileRecipe

NODE = {"num_cpus": 1, "object_store_memory": 80_000_000}


def refusal(paths, out, recipe, reading, cluster):
    try:
        extract_files([paths], f"{out}/refused", recipe=recipe, reading=reading, cluster=cluster)
    except NlpEventsError as error:
        return str(error)


def main(whole, fragile, out):
    local = LocalCluster(initialize_head=True, head_node_args=NODE)
    for _ in range(2):
        local.add_node(**NODE)
    ray.init(address=local.address, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    found = {"nodes": sum(node["Alive"] for node in ray.nodes())}
    cluster = Cluster(workers=2, address=local.address)
    counts = extract_files([whole], f"{out}/whole", recipe=Recipe(), reading=ReadOptions(), cluster=cluster)
    found["counts"] = dict(counts)
    dataset = ray.data.read_parquet(fragile)
    rows = extract_dataset(dataset, recipe=FragileRecipe(max_seconds=2.0), workers=2).take_all()
    found["fragile"] = {row["doc_id"]: row["status"] for row in rows}
    found["base"] = refusal(fragile, out, Recipe(base="fr_core_news_none"), ReadOptions(), cluster)
    found["column"] = refusal(fragile, out, Recipe(), ReadOptions(text_field="corps"), cluster)
    ray.shutdown()
    local.shutdown()
    Path(out, "found.json").write_text(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
