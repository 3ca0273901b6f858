#!/usr/bin/env python3
"""Runs every peer on a folder and compares its six columns with ours.

    compare.py FOLDER RUNS THREADS LINE [peer ...]

LINE is what `thidua-recompute --input FOLDER` printed. Prints it, then a line a peer, then a table for people on the error output. Ends with
an error if a peer that is installed gives anything else than we do.
"""
import json, os, subprocess, sys

folder, runs, threads, ours = sys.argv[1:5]
wanted = sys.argv[5:] or ["cpp", "numpy", "polars", "duckdb", "postgres"]
ours = json.loads(ours)
digests = {key: value for key, value in ours.items() if key.endswith("_i32_sha256")}
print(json.dumps(ours, separators=(",", ":")))
rows = [(f"ours, {line['build']}", line["median_ms"], line["least_ms"], line["most_ms"], "") for line in (ours, ours.get("beside")) if line]
different = []
for name in wanted:
    # The slow ones are asked less often, at least five times.
    count = runs if name in ("cpp", "numpy") else str(max(5, int(runs) // 3))
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + "_peer.py")
    done = subprocess.run([sys.executable, script, folder, count, threads], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        rows.append((name, None, None, None, "ended with an error"))
        different.append(name)
        continue
    line = json.loads(done.stdout.strip().split("\n")[-1])
    if not line["installed"]:
        rows.append((name, None, None, None, "not installed: " + line["why"]))
        print(json.dumps(line, separators=(",", ":")), flush=True)
        continue
    same = all(line[key] == value for key, value in digests.items())
    line["same_result"] = same
    if not same:
        different.append(name)
    print(json.dumps(line, separators=(",", ":")), flush=True)
    rows.append((f"{name} {line['version']}", line["median_ms"], line["least_ms"], line["most_ms"], "same result" if same else "DIFFERENT"))
first = float(rows[0][1])
for name, median, least, most, note in rows:
    if median is None:
        print(f"{name:60} {note}", file=sys.stderr)
    else:
        print(f"{name:60} {float(median):10.3f} ms ({least}–{most})  {float(median) / first:8.1f}×  {note}", file=sys.stderr)
if different:
    sys.exit("compare: different from ours: " + ", ".join(different))
