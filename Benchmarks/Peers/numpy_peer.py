#!/usr/bin/env python3
"""The canonical workload with NumPy, by hand: numpy_peer.py FOLDER RUNS THREADS

Doubles are exact here (Decision 17 and the definition of the workload): operands are whole, a half is representable, and the nearest
other quotient is farther from it than a rounding. Work goes by chunks of units that stay in the cache.
"""
import sys
from concurrent.futures import ThreadPoolExecutor
from workload import absent, answer, timed

try:
    import numpy as np
except ImportError:
    absent("numpy", "pip install numpy")

folder, runs, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
num, den = (np.maximum(np.load(f"{folder}/{name}.npy"), 0) for name in ("num", "den"))
block, target, points = (np.load(f"{folder}/{name}.npy") for name in ("block", "target", "points"))
units, months, criteria = num.shape
# Loaded columns: months before units, so that a month's sum is added to a whole plane; units in the order of blocks.
order = np.argsort(block, kind="stable")
num = np.ascontiguousarray(num[order].transpose(1, 0, 2))
den = np.ascontiguousarray(den[order].transpose(1, 0, 2))
starts = np.searchsorted(block[order], np.arange(int(block.max()) + 2))
factor = points * 1e6
cap = points * 10_000.0
goal = target.astype(np.float64)


def score(part, total):
    first, last = part
    n, d = np.empty((last - first, criteria), np.int32), np.empty((last - first, criteria), np.int32)
    for month in range(months):
        if month % 12 == 0:
            n[:], d[:] = num[month, first:last], den[month, first:last]
        else:
            n += num[month, first:last]
            d += den[month, first:last]
        x = n * factor
        x /= np.maximum(d, 1) * goal
        x += 0.5
        np.floor(x, out=x)
        np.minimum(x, cap, out=x)
        x[d == 0] = 0
        total[month, first:last] = x.sum(axis=1)


def places(index, total, place):
    first, last = starts[index], starts[index + 1]
    for month in range(months):
        values = total[month, first:last]
        ascending = np.sort(values)
        place[month, first:last] = len(values) + 1 - np.searchsorted(ascending, values, side="right")


def work():
    total, place = np.empty((months, units), np.int32), np.empty((months, units), np.int32)
    chunks = [(a, min(units, a + 250)) for a in range(0, units, 250)]
    list(pool.map(lambda part: score(part, total), chunks))
    list(pool.map(lambda index: places(index, total, place), range(len(starts) - 1)))
    gain, moved = total[12:] - total[:-12], place[:-12] - place[12:]
    up = (gain > 0).astype(np.int8)
    met = (place[12:] <= np.maximum(1, place[:-12] - 5)).astype(np.int8)
    return total, place, gain, moved, up, met


def column(values, empty):
    result = np.full((units, months), empty, "<i4")
    result[order, months - len(values):] = values.T
    return result.tobytes()


with ThreadPoolExecutor(threads) as pool:
    result, times = timed(runs, work)
names = ("composite_e4", "rank", "gain_e4", "rank_gain", "score_up", "target_met")
empties = (0, 0, -2147483648, -2147483648, 0, 0)
answer("numpy", np.__version__, {n: column(v, e) for n, v, e in zip(names, result, empties)}, times, threads=threads)
