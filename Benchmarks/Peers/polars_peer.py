#!/usr/bin/env python3
"""The canonical workload with Polars, wide: a column for each criterion's numerator and denominator.

    polars_peer.py FOLDER RUNS THREADS

Threads are set before the library is loaded.
"""
import os, sys
from workload import COLUMNS, EMPTY, absent, answer, timed

folder, runs, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.environ["POLARS_MAX_THREADS"] = str(threads)
try:
    import numpy as np
    import polars as pl
except ImportError:
    absent("polars", "pip install polars numpy")

num, den, block, target, points = (np.load(f"{folder}/{name}.npy") for name in ("num", "den", "block", "target", "points"))
units, months, criteria = num.shape
# A frame a month, units in one order: sums since January are sums of columns of frames, which needs no window.
frames = [
    pl.DataFrame({f"n{c}": np.maximum(num[:, m, c], 0).astype(np.int32) for c in range(criteria)}
                 | {f"d{c}": np.maximum(den[:, m, c], 0).astype(np.int32) for c in range(criteria)})
    for m in range(months)]


def score(c):
    p, t = int(points[c]), int(target[c])
    n, d = pl.col(f"n{c}").cast(pl.Float64), pl.col(f"d{c}")
    # Exact in doubles, see the definition of the workload; faster here than whole-number division.
    quotient = (n * (p * 1e6) / (d * t) + 0.5).floor().clip(upper_bound=p * 10_000)
    return pl.when(d == 0).then(0.0).otherwise(quotient)


total = pl.sum_horizontal([score(c) for c in range(criteria)]).cast(pl.Int32).alias("total")
place = pl.col("total").rank("min", descending=True).over("group").cast(pl.Int32).alias("place")
# A block in a month is a group of its own.
groups = pl.Series("group", np.concatenate([block.astype(np.int32) + month * (int(block.max()) + 1) for month in range(months)]))


def work():
    parts, sums = [], None
    for month, frame in enumerate(frames):
        sums = frame if month % 12 == 0 else sums + frame
        parts.append(sums.select(total))
    all = pl.concat(parts).with_columns(groups).with_columns(place)
    now, ago = all[12 * units:], all[:(months - 12) * units].rename({"total": "oldTotal", "place": "oldPlace"}).drop("group")
    later = pl.concat([now, ago], how="horizontal").with_columns(
        gain=pl.col("total") - pl.col("oldTotal"), moved=pl.col("oldPlace") - pl.col("place"),
        up=(pl.col("total") > pl.col("oldTotal")).cast(pl.Int8),
        met=(pl.col("place") <= pl.max_horizontal(1, pl.col("oldPlace") - 5)).cast(pl.Int8))
    return all, later


(all, later), times = timed(runs, work)


def column(name, empty):
    source = all if name in all.columns else later
    values = source[name].to_numpy().reshape(-1, units).T
    return np.hstack([np.full((units, months - values.shape[1]), empty), values]).astype("<i4").tobytes()


names = {"composite_e4": ("total", 0), "rank": ("place", 0), "gain_e4": ("gain", EMPTY), "rank_gain": ("moved", EMPTY),
         "score_up": ("up", 0), "target_met": ("met", 0)}
answer("polars", pl.__version__, {name: column(*names[name]) for name in COLUMNS}, times, threads=threads)
