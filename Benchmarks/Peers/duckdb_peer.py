#!/usr/bin/env python3
"""The canonical workload with DuckDB, one SQL statement over a long table in memory: duckdb_peer.py FOLDER RUNS THREADS"""
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
unit, month, criterion = (a.ravel() for a in np.meshgrid(
    np.arange(units, dtype=np.int32), np.arange(months, dtype=np.int16), np.arange(criteria, dtype=np.int16), indexing="ij"))
loaded = {"unit": unit, "month": month, "criterion": criterion, "num": num.ravel(), "den": den.ravel()}
base.execute("create table cells as select * from loaded")
del loaded, unit, month, criterion
parameters = {"criterion": np.arange(criteria, dtype=np.int16), "points": points.astype(np.int64), "target": target.astype(np.int64)}
base.execute("create table params as select * from parameters")
members = {"unit": np.arange(units, dtype=np.int32), "block": block}
base.execute("create table blocks as select * from members")
query = "create or replace table result as " + statement(lambda a, b: f"(({a}) // ({b}))", "month // 12")
_, times = timed(runs, lambda: base.execute(query))
rows = base.execute("select * from result order by unit, month").fetchnumpy()
columns = {name: np.ma.filled(np.ma.asarray(rows[name]), EMPTY).astype("<i4").tobytes() for name in COLUMNS}
answer("duckdb", duckdb.__version__, columns, times, threads=threads)
