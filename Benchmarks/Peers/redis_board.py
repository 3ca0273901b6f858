#!/usr/bin/env python3
"""The board's peer: a sorted set of Redis over loopback, one JSON line.

    redis_board.py MEMBERS BATCHES

Fills a server of its own (nothing on disk) with the totals of Benchmarks/Board, asks ZREVRANK for random members one after another
and by pipelines of 16, with one ZADD for every thousand questions, and compares positions with those of sorting everybody.
ZREVRANK gives a position, not a shared place: members with equal totals get different ones.
"""
import json, os, shutil, socket, subprocess, sys, tempfile, time

MASK = (1 << 64) - 1


def number(index, bound):
    z = ((index + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return ((z ^ (z >> 31)) >> 11) % bound


def command(*words):
    parts = [b"*%d\r\n" % len(words)]
    for word in words:
        word = str(word).encode()
        parts.append(b"$%d\r\n%s\r\n" % (len(word), word))
    return b"".join(parts)


def ask(connection, request, answers):
    connection.sendall(request)
    got = b""
    while got.count(b"\n") < answers:
        more = connection.recv(1 << 18)
        if not more:
            sys.exit("redis-server closed the connection")
        got += more
    lines = got.split(b"\r\n")[:answers]
    if any(line[:1] != b":" for line in lines):
        sys.exit("redis-server answered %r" % got[:80])
    return [int(line[1:]) for line in lines]


def main(members, batches):
    program = shutil.which("redis-server")
    if program is None:
        print(json.dumps({"peer": "redis", "installed": False}))
        return
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.split("v=")[-1].split()[0]
    with tempfile.TemporaryDirectory() as folder:
        # A port that the system has free.
        probe = socket.socket()
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        server = subprocess.Popen(
            [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no", "--dir", folder,
             "--loglevel", "warning"], stdout=subprocess.DEVNULL)
        try:
            for _ in range(200):
                try:
                    loopback = socket.create_connection(("127.0.0.1", port))
                    break
                except ConnectionRefusedError:
                    time.sleep(0.02)
            else:
                sys.exit("redis-server does not answer")
            loopback.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            totals = [number(member, 1_000_001) for member in range(members)]
            for first in range(0, members, 1000):
                part = range(first, min(members, first + 1000))
                ask(loopback, b"".join(command("ZADD", "board", totals[m], "u%d" % m) for m in part), len(part))
            size = ask(loopback, command("MEMORY", "USAGE", "board", "SAMPLES", "0"), 1)[0]
            result = {"peer": "redis", "installed": True, "version": version, "bytes_a_member": size // members}
            done = 0
            for pipeline in (1, 16):
                times = []
                for batch in range(batches):
                    # What is sent is made beforehand: only the sending, the waiting and the answers are timed.
                    member, total = number(batch + 3_000_000, members), number(batch + 5_000_000, 1_000_001)
                    asked = [number(done + i + 7_000_000, members) for i in range(1000)]
                    done += 1000
                    change = command("ZADD", "board", total, "u%d" % member)
                    requests = [
                        (b"".join(command("ZREVRANK", "board", "u%d" % m) for m in asked[i:i + pipeline]), len(asked[i:i + pipeline]))
                        for i in range(0, 1000, pipeline)]
                    totals[member] = total
                    start = time.perf_counter()
                    ask(loopback, change, 1)
                    for request, count in requests:
                        ask(loopback, request, count)
                    times.append(time.perf_counter() - start)
                times.sort()
                result["lookups_per_second" + ("" if pipeline == 1 else "_pipelined_by_16")] = round(1000 / times[len(times) // 2])
            order = sorted(range(members), key=lambda m: (totals[m], "u%d" % m), reverse=True)
            for position in range(0, members, max(1, members // 1000)):
                if ask(loopback, command("ZREVRANK", "board", "u%d" % order[position]), 1)[0] != position:
                    sys.exit("redis-server gives another position than sorting")
            result["positions_checked"] = True
            print(json.dumps(result, separators=(",", ":")))
            loopback.close()
        finally:
            server.terminate()
            server.wait()


main(int(sys.argv[1]), int(sys.argv[2]))
