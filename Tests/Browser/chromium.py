"""A Chromium that is driven: pages, waits on conditions, what it asked the network for, axe-core."""

import base64
import json
import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from programs import PATIENCE
from scenario import Failure, expect

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def found():
    """Paths of the browser and its driver; an empty one is not here."""
    return next(filter(None, map(shutil.which, PROGRAMS)), ""), shutil.which("chromedriver") or ""


class Browser:
    def __init__(self, width=1280, height=900, dark=False):
        browser, driver = found()
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        for one in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1",
                    "--disable-background-networking", "--disable-component-update", "--no-first-run", "--lang=vi"):
            options.add_argument(one)
        # Chromium refuses to be confined by root; the pages come from a server of ours on this machine.
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_page_load_timeout(PATIENCE)
        self.asked, self.streams, self.said, self.may_complain = [], [], [], False
        self.size(width, height)
        if dark:
            self.colours("dark")

    def close(self):
        self.driver.quit()

    # What is looked at

    def size(self, width, height):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def colours(self, scheme):
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def cdp(self, command, **values):
        return self.driver.execute_cdp_cmd(command, values)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def open(self, address):
        self.driver.get(address)

    @property
    def path(self):
        parts = urlsplit(self.driver.current_url)
        return parts.path + ("?" + parts.query if parts.query else "")

    def all(self, selector, inside=None):
        return (inside or self.driver).find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector, inside=None):
        found = self.all(selector, inside)
        expect(found, f"There is no \"{selector}\" at {self.path}; the page begins: {self.text('body')[:300]!r}" if selector != "body" else "no body")
        return found[0]

    def text(self, selector, inside=None):
        return self.one(selector, inside).text.strip()

    def link(self, text):
        found = self.driver.find_elements(By.LINK_TEXT, text)
        expect(found, f"There is no link \"{text}\" at {self.path}.")
        return found[0]

    # What is done

    def until(self, condition, what, seconds=PATIENCE):
        """Waits until `condition()` is true; a page that changes meanwhile is looked at again."""
        ignored = (StaleElementReferenceException, WebDriverException, Failure)
        try:
            return WebDriverWait(self.driver, seconds, poll_frequency=0.05, ignored_exceptions=ignored).until(lambda _: condition())
        except TimeoutException:
            raise Failure(f"Waited {seconds} s in vain until {what}, at {self.path}.") from None

    def leave(self, act, what):
        """Does what leads to another page, and waits until that is there."""
        self.run("window.__before = true")
        act()
        self.until(lambda: self.run("return !window.__before && document.readyState === 'complete'"), f"a new page came after {what}")

    def click(self, selector_or_element):
        element = self.one(selector_or_element) if isinstance(selector_or_element, str) else selector_or_element
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def follow(self, selector_or_element):
        self.leave(lambda: self.click(selector_or_element), f"a click on {selector_or_element}" if isinstance(selector_or_element, str) else "a click")

    def type(self, selector, text):
        field = self.one(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", field)
        field.clear()
        field.send_keys(text)

    def press(self, key):
        """A key for whatever has the focus."""
        ActionChains(self.driver, duration=0).send_keys(key).perform()

    def tab(self):
        self.press(Keys.TAB)

    # What is told

    def read_logs(self):
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                request = message["params"]
                self.asked.append(request["request"]["url"])
                if request.get("type") == "EventSource":
                    self.streams.append(request["request"]["url"])
        self.said += self.driver.get_log("browser")

    def foreign(self, own):
        """Addresses that are not of our pages and were asked for; those inside the browser do not count."""
        self.read_logs()
        return sorted({url for url in self.asked if urlsplit(url).scheme in ("http", "https", "ws", "wss", "ftp") and not url.startswith(own + "/")})

    def sideways(self):
        """How many pixels the page is wider than its window."""
        return self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def axe(self, rules=None):
        """What axe-core finds, a line each."""
        if not self.run("return 'axe' in window"):
            self.run(axe_script())
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": AXE_RULES}
        answer = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, {runOnly: arguments[0], resultTypes: ['violations'], preload: false}).then(done, e => done({error: String(e)}))",
            only)
        expect("violations" in answer, f"axe-core did not run at {self.path}: {answer.get('error')}")
        return [f"{one['id']} ({one['impact']}) at {len(one['nodes'])} places, first {one['nodes'][0]['target']}: "
                + one["nodes"][0].get("failureSummary", "").replace("\n", " ") for one in answer["violations"]]

    def pdf(self):
        printed = self.cdp("Page.printToPDF", preferCSSPageSize=True, displayHeaderFooter=False, printBackground=False)
        return base64.b64decode(printed["data"])

    def picture(self, path, whole=False):
        width, height = self.run("return [innerWidth, innerHeight]")
        if whole:
            self.size(width, max(height, min(4000, self.run("return document.documentElement.scrollHeight"))))
        self.driver.save_screenshot(str(path))
        if whole:
            self.size(width, height)


def axe_script():
    place = find_spec("axe_playwright_python")
    expect(place is not None, "axe-core is not here; Tools/browser installs it.")
    return (Path(place.origin).parent / "axe.min.js").read_text()
