#!/usr/bin/env python3
"""The canonical workload with DuckDB, one SQL statement over a table in memory: duckdb_peer.py FOLDER RUNS THREADS"""
import sys
from sql import statement
from workload import COLUMNS, EMPTY, absent, answer, timed

try:
    import duckdb
    import numpy as np
except ImportError:
    absent("duckdb", "pip install duckdb numpy")

folder, runs, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
num, den, block, target, points = (np.load(f"{folder}/{name}.npy") for name in ("num", "den", "block", "target", "points"))
units, months, criteria = num.shape
base = duckdb.connect(config={"threads": threads})
unit, month = (a.ravel() for a in np.meshgrid(np.arange(units, dtype=np.int32), np.arange(months, dtype=np.int16), indexing="ij"))
loaded = {"unit": unit, "month": month}
for c in range(criteria):
    loaded[f"n{c}"], loaded[f"d{c}"] = (np.ma.masked_equal(a[:, :, c].ravel(), -1) for a in (num, den))
base.execute("create table cells as select * from loaded")
del loaded, unit, month
members = {"unit": np.arange(units, dtype=np.int32), "block": block}
base.execute("create table blocks as select * from members")
query = "create or replace table result as " + statement(points, target, lambda a, b: f"(({a}) // ({b}))", "month // 12")
_, times = timed(runs, lambda: base.execute(query))
rows = base.execute("select * from result order by unit, month").fetchnumpy()
columns = {name: np.ma.filled(np.ma.asarray(rows[name]), EMPTY).astype("<i4").tobytes() for name in COLUMNS}
answer("duckdb", duckdb.__version__, columns, times, threads=threads)
