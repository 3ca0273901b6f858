"""What scenarios share: folders, servers that are only read from, browsers that are closed after each."""

import csv
import io
import json
import urllib.request
from pathlib import Path

from chromium import Browser
from programs import Folders, Server
from scenario import expect


class World:
    def __init__(self, scratch):
        self.scratch, self.folders = Path(scratch), Folders(scratch)
        self.servers, self.browsers, self.shared = [], [], {}

    # Servers

    def server(self, data, *options):
        server = Server(data, *options)
        self.servers.append(server)
        return server

    @property
    def open_server(self):
        """A demonstration for which nobody signs in; scenarios only read from it."""
        if "open" not in self.shared:
            self.shared["open"] = self.server(self.folders.demonstration())
        return self.shared["open"]

    def guarded(self, unit):
        """A server of its own that asks for tokens, and the token of a unit."""
        data = self.folders.demonstration()
        token = self.folders.token(data, unit)
        return self.server(data, "--sign-in"), token

    # Browsers

    def browser(self, server, **options):
        browser = Browser(**options)
        browser.server = server
        self.browsers.append(browser)
        return browser

    def check_after(self):
        """After every scenario: nothing was asked of anybody else, and no page broke its own policy or its script."""
        for browser in self.browsers:
            foreign = browser.foreign(browser.server.address)
            expect(not foreign, f"The pages asked others than their own server: {', '.join(foreign)}.")
            # An answer that says 404 or 422 stands in the browser's log too; that is what it is for.
            wrong = [line["message"] for line in browser.said if line["level"] == "SEVERE" and "the server responded with a status of" not in line["message"]]
            expect(not wrong or browser.may_complain, f"The browser complains: {wrong[:3]}")

    def close_browsers(self):
        for browser in self.browsers:
            browser.close()
        self.browsers = []

    def pictures(self, folder, name):
        paths = []
        for number, browser in enumerate(self.browsers):
            path = Path(folder) / f"failed-{name}-{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                browser.picture(path)
                paths.append(path)
            except Exception as error:  # the browser itself may be what failed
                paths.append(f"none ({type(error).__name__})")
        return paths

    def close(self):
        self.close_browsers()
        for server in self.servers:
            server.stop()


def fetched(server, path):
    with urllib.request.urlopen(server.address + path, timeout=120) as answer:
        return answer.read()


def rows_of_csv(server, path):
    return list(csv.DictReader(io.StringIO(fetched(server, path).decode("utf-8-sig"))))


def json_of(server, path):
    return json.loads(fetched(server, path))
