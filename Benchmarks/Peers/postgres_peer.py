#!/usr/bin/env python3
"""The canonical workload with PostgreSQL, one SQL statement in a cluster of its own: postgres_peer.py FOLDER RUNS THREADS

The cluster lies in a temporary folder and listens on a socket in it; it is removed at the end. Needs NumPy to write the tables.
"""
import glob, os, pwd, shutil, subprocess, sys, tempfile, time
from sql import statement
from workload import COLUMNS, EMPTY, absent, answer

folder, runs, threads = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])


def program(name):
    return shutil.which(name) or next(iter(sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)), None)


initdb, server, psql = program("initdb"), program("postgres"), program("psql")
if not (initdb and server and psql):
    absent("postgres", "install the PostgreSQL server and psql")
try:
    import numpy as np
except ImportError:
    absent("postgres", "pip install numpy")
# The server refuses to run for the administrator.
user = None
if os.geteuid() == 0:
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
            break
        except KeyError:
            pass
    if user is None:
        absent("postgres", "run as somebody else than the administrator")
owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}

num, den, block, target, points = (np.load(f"{folder}/{name}.npy") for name in ("num", "den", "block", "target", "points"))
units, months, criteria = num.shape
home = tempfile.mkdtemp()
process = None
try:
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)
    data = f"{home}/data"
    subprocess.run([initdb, "-D", data, "-U", "peer", "-A", "trust", "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd=home, **owner)
    settings = {"listen_addresses": "", "unix_socket_directories": home, "fsync": "off", "work_mem": "512MB", "shared_buffers": "1GB",
                "max_parallel_workers_per_gather": str(threads - 1), "synchronous_commit": "off", "max_wal_size": "8GB", "jit": "on"}
    process = subprocess.Popen(
        [server, "-D", data] + [word for key, value in settings.items() for word in ("-c", f"{key}={value}")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=home, **owner)
    ask = [psql, "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h", home, "-U", "peer", "-d", "postgres"]
    for _ in range(200):
        if subprocess.run(ask + ["-c", "select 1"], capture_output=True).returncode == 0:
            break
        time.sleep(0.05)

    def run(text):
        return subprocess.run(ask, input=text, capture_output=True, text=True, check=True).stdout

    names = [f"{x}{c}" for c in range(criteria) for x in "nd"]
    run(f"create unlogged table cells (unit integer, month smallint, {', '.join(name + ' smallint' for name in names)});"
        "create table blocks (unit integer, block integer);")
    copy = subprocess.Popen(ask + ["-c", "copy cells from stdin"], stdin=subprocess.PIPE)
    for unit in range(units):
        rows = np.stack([num[unit], den[unit]], axis=2).reshape(months, 2 * criteria).tolist()
        copy.stdin.write("".join(
            f"{unit}\t{month}\t" + "\t".join("\\N" if v == -1 else str(v) for v in row) + "\n" for month, row in enumerate(rows)).encode())
    copy.stdin.close()
    if copy.wait() != 0:
        sys.exit("PostgreSQL refused the cells")
    run("copy blocks from stdin;\n" + "".join(f"{u}\t{block[u]}\n" for u in range(units)) + "\\.\n" + "analyze;")
    query = "create unlogged table result as " + statement(points, target, lambda a, b: f"(({a}) / ({b}))", "month / 12")
    times = []
    for sample in range(runs + 1):
        # The server's own clock, without starting psql.
        text = run(f"drop table if exists result;\n\\timing on\n{query};\n")
        if sample > 0:
            times.append(float(text.split("Time:")[-1].split()[0].replace(",", ".")))
    text = run(f"select {', '.join(f'coalesce({name}, {EMPTY})' for name in COLUMNS)} from result order by unit, month;")
    table = np.array([line.split("|") for line in text.split()], dtype="<i4")
    version = subprocess.run([server, "--version"], capture_output=True, text=True).stdout.split()[2]
    answer("postgres", version, {name: np.ascontiguousarray(table[:, i]).tobytes() for i, name in enumerate(COLUMNS)}, sorted(times),
           threads=threads)
finally:
    if process:
        process.terminate()
        process.wait()
    shutil.rmtree(home, ignore_errors=True)
