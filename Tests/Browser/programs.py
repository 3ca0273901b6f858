"""The programs that are tested: a folder with a demonstration, servers on free ports, the client."""

import os
import re
import selectors
import shutil
import signal
import subprocess
import time
from pathlib import Path

from scenario import Failure

ROOT = Path(__file__).resolve().parents[2]
# A server that somebody has stopped for a while to measure something else is late, and nothing worse.
PATIENCE = 120


def program(name):
    return str(Path(os.environ.get("THIDUA_BIN", ROOT / ".build" / "debug")) / name)


def call(name, *arguments):
    """Runs a program to its end; what it printed."""
    ended = subprocess.run([program(name), *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE)
    if ended.returncode != 0:
        raise Failure(f"{name} {arguments[0]} ended with {ended.returncode}: {ended.stderr.strip() or ended.stdout.strip()}")
    return ended.stdout


class Server:
    """`thidua-server serve` on a folder, with its pages."""

    def __init__(self, data, *options, pages=0):
        self.data, self.options = data, options
        self.start(pages)

    def start(self, pages):
        self.process = subprocess.Popen(
            [program("thidua-server"), "serve", "--data", str(self.data), "--port", "0", "--pages", f"127.0.0.1:{pages}", *self.options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "THIDUA_LANG": "vi"})
        said = self._said_until(rb"http://127\.0\.0\.1:(\d+)/")
        self.pages = int(re.search(rb"http://127\.0\.0\.1:(\d+)/", said)[1])
        self.wire = "127.0.0.1:" + re.search(rb"127\.0\.0\.1:(\d+) ", said)[1].decode()
        self.address = f"http://127.0.0.1:{self.pages}"

    def _said_until(self, pattern):
        said, end = b"", time.monotonic() + PATIENCE
        os.set_blocking(self.process.stdout.fileno(), False)
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdout, selectors.EVENT_READ)
            while not re.search(pattern, said):
                left = end - time.monotonic()
                more = self.process.stdout.read() if left > 0 and ready.select(left) else None
                if not more:
                    self.stop()
                    raise Failure(f"The server did not say where its pages are. It said: {said.decode(errors='replace').strip()}")
                said += more
        return said

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()

    def restart(self):
        """Stops it, and starts it again at the same address."""
        self.stop()
        self.start(self.pages)


class Folders:
    """Data folders, each a copy of one demonstration; made when first asked for."""

    def __init__(self, scratch):
        self.scratch, self.made, self.count = Path(scratch), None, 0

    @property
    def example(self):
        """A month of xa-23284 that is ready to be filed."""
        self.demonstration()
        return self.made / "vi-du" / "thang-12.csv"

    def demonstration(self):
        if self.made is None:
            self.made = self.scratch / "demo"
            call("thidua-server", "demo", "--data", self.made)
        self.count += 1
        copy = self.scratch / f"demo-{self.count}"
        shutil.copytree(self.made, copy)
        return copy

    def token(self, data, unit):
        file = self.scratch / f"{unit}-{self.count}.token"
        call("thidua-server", "token", "create", "--data", data, "--role", "unit", "--unit", unit, "--name", "Nguyễn Thị Lan", "--out", file)
        return file.read_text().split()[-1]
