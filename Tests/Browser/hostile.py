"""Hostile text wherever people's words stand: it is shown as text, and nothing of it runs."""

import datetime
import json

from programs import call
from scenario import equal, expect, scenario
from urllib.parse import quote
from world import fetched

RUN = "window.__pwned({n})"
SHAPES = [
    "<script>{run}</script>", "</script><script>{run}</script>", "\"><script>{run}</script>", "'><script>{run}</script>",
    "<img src=x onerror={run}>", "\"><img src=x onerror=\"{run}\">", "' onmouseover='{run}' x='", "\" onfocus=\"{run}\" autofocus tabindex=1 x=\"",
    "<svg onload={run}>", "<svg><script>{run}</script></svg>", "</title><script>{run}</script>", "</style><script>{run}</script>",
    "</textarea><script>{run}</script>", "<iframe srcdoc=\"<script>parent.{run}</script>\">", "<iframe src=\"javascript:parent.{run}\">",
    "<a href=\"javascript:{run}\" autofocus>x</a>", "javascript:{run}", "<body onload={run}>", "<details open ontoggle={run}>", "<video><source onerror={run}></video>",
    "<meta http-equiv=refresh content=\"0;url=javascript:{run}\">", "<base href=\"https://example.invalid/\">", "<form><button formaction=\"javascript:{run}\">x",
    "<math><mtext></form><form><mglyph><style></math><img src onerror={run}>", "<!--><script>{run}</script>-->", "<![CDATA[<script>{run}</script>]]>",
    "&lt;script&gt;{run}&lt;/script&gt;", "&#60;script&#62;{run}&#60;/script&#62;", "%3Cscript%3E{run}%3C/script%3E", "\\u003cscript\\u003e{run}\\u003c/script\\u003e",
    "{{{{constructor.constructor('{run}')()}}}}", "${{{run}}}", "<link rel=stylesheet href=\"data:text/css,*{{background:url(javascript:{run})}}\">",
    "<style>@import 'javascript:{run}';</style>", "<object data=\"javascript:{run}\">", "<embed src=\"javascript:{run}\">", "<ScRiPt>{run}</sCrIpT>",
    "<script/x>{run}</script>", "<<script>{run}//<</script>", "=HYPERLINK(\"javascript:{run}\";\"x\")",
]
MOST = 200

# Before any script of a page: a hook that counts what runs, and the page's own policy when it is broken.
WATCH = """
  window.__ran = []; window.__broken = [];
  window.__pwned = number => { window.__ran.push(number); };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { window.__ran.push(name); };
  document.addEventListener("securitypolicyviolation", event => window.__broken.push(event.violatedDirective + " " + event.blockedURI));
"""
# What text that became markup would look like.
FOUND = """
  const own = new Set([...document.scripts].filter(s => s.src.startsWith(location.origin + "/tai-san/")));
  const wrong = [...document.scripts].filter(s => !own.has(s));
  for (const one of document.querySelectorAll("iframe,object,embed,base,img,video,style,meta[http-equiv],math,*|*"))
    if (/^(iframe|object|embed|base|img|video|style|math)$/i.test(one.tagName) || one.matches("meta[http-equiv]")
        || [...one.attributes].some(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value) && /^(href|src|action|formaction)$/i.test(a.name))) wrong.push(one);
  return wrong.map(one => one.outerHTML.slice(0, 160));
"""

SHOWN = """
  return document.documentElement.textContent
    + [...document.querySelectorAll("[aria-label],[title],[value],[alt]")].map(e => [...e.attributes].map(a => a.value).join(" ")).join(" ")"""


def payloads():
    number = 0
    while number < MOST:
        yield SHAPES[number % len(SHAPES)].format(run=RUN.format(n=number)) + (f" {number}" if number >= len(SHAPES) else "")
        number += 1


def rulebook(all_of_them, first, last):
    """A campaign that has one of them wherever a rulebook holds words."""
    texts = iter(all_of_them)
    word = lambda: json.dumps(next(texts), ensure_ascii=False)  # noqa: E731
    both = lambda: f"{{vi: {word()}, en: {word()}}}"  # noqa: E731
    lines = [
        "thidua: 1", "campaign: hostile", f"name: {both()}", f"documents: {{\"d\": {{title: {word()}, number: {word()}, issued: 2020-01-01, file: {word()}}}}}",
        f"periods: {{kind: calendar-month, first: {first}, last: {last}}}", "calendar: {due-working-days: 20, grace-working-days: 30}", "ranking: {total: index, places-by: published, applicable-floor: 0}",
        f"bands: [{{name: {both()}, at-least: 90}}, {{name: {both()}, at-least: 0}}]",
        f"blocks: [{{id: a, name: {both()}}}, {{id: b, name: {both()}}}]", f"fields: [{{code: F, name: {both()}}}]",
        f"counters: [{{code: c_all, name: {both()}, combine: flow, unit: {word()}}}, {{code: c_done, name: {both()}, combine: flow, unit: {word()}}}]",
        f"criteria: [{{code: K, name: {both()}, field: F, points: 10, metric: {{ratio: [c_done, c_all]}}, scoring: {{kind: PROP, target: 100}}, source: {{document: \"d\", quote: {word()}}}}}]",
        f"indices: [{{code: X, name: {both()}, decimals: 2, series: [{{year: 2024, score: 80, rank: 3, of: 63, source: {word()}}}, {{year: 2025, score: 81, rank: 2, of: 63, source: {word()}}}]}}]",
        "rules:",
        f"  - {{id: r1, kind: THRESHOLD, of: {{criterion: K}}, at-least: 90, title: {both()}, note: {word()}, source: {{document: \"d\", quote: {word()}}}}}",
        f"  - {{id: r2, kind: TASK, who: all, product: {word()}, due-by: {first}-28, title: {both()}, source: {{document: \"d\", quote: {word()}}}}}",
        f"  - {{id: r3, kind: NARRATIVE, title: {both()}, note: {word()}, source: {{document: \"d\", quote: {word()}}}}}",
        f"  - {{id: r4, kind: INCREASE, of: {{index: X}}, min-delta: 0, title: {both()}, source: {{document: \"d\", quote: {word()}}}}}",
        "units:",
    ]
    names = list(texts)
    lines += [f"  - {{id: u{number}, name: {json.dumps(name, ensure_ascii=False)}, block: {'a' if number % 3 else 'b'}, source: {json.dumps(name)}}}" for number, name in enumerate(names)]
    return "\n".join(lines) + "\n", names


@scenario("200 scripts as names, quotes, notes, addresses and figures: all are text, none runs")
def hostile_text(world):
    texts = list(payloads())
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7)))
    month, first = f"{now.replace(day=1) - datetime.timedelta(days=1):%Y-%m}", f"{now.year - 2}-01"
    yaml, names = rulebook(texts, first, f"{now.year + 1}-12")
    folder = world.scratch / "hostile"
    file = world.scratch / "hostile.yaml"
    file.write_text(yaml)
    call("thidua-server", "init", "--data", folder, "--deployment", "training")
    server = world.server(folder, "--open-on-loopback")
    at = ["--server", server.wire, "--deployment", "training"]
    call("thidua", "campaign", "launch", file, *at)
    figures = world.scratch / "hostile.csv"
    figures.write_text("unit,period,counter,value\n" + "".join(f"u{n},{month},c_all,100\nu{n},{month},c_done,{n % 101}\n" for n in range(0, len(names), 2)))
    call("thidua", "submit", figures, *at)
    call("thidua", "deliver", "r2", "--unit", "u0", "--date", f"{now:%Y-%m-%d}", "--evidence", texts[0], *at)
    call("thidua", "assess", "r3", "--year", str(now.year), "--met", "--evidence", texts[4], *at)
    page = world.browser(server)
    page.cdp("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
    seen = set()

    def look(path):
        page.open(server.address + path)
        examine(path)

    def examine(path):
        page.run("for (const one of document.querySelectorAll('details')) one.open = true")
        page.run("for (const one of document.querySelectorAll('a[href],button,input')) { one.focus(); one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); }")
        ran, broken = page.run("return [window.__ran, window.__broken]")
        equal(ran, [], f"What ran at {path}")
        equal(broken, [], f"What broke the page's policy at {path}")
        equal(page.run(FOUND), [], f"What became markup at {path}")
        shown = page.run(SHOWN)
        seen.update(text for text in texts if text in shown)

    for language in ("vi", "en"):
        for path in ("/tom-tat/" + month, f"/bang-xep-hang/tat-ca/{month}", f"/bang-xep-hang/a/{month}", f"/bang-xep-hang/b/{month}", f"/muc-tieu/{now.year}",
                     f"/nop-bao-cao/{month}", "/nop", "/nop/u0", f"/nop/u0/{month}", f"/don-vi/u0/{month}", f"/don-vi/u1/{month}"):
            look(path + "?lang=" + language)
        page.open(server.address + f"/bang-xep-hang/a/{month}")
        for link in {link.get_attribute("href") for link in page.all("main a[href]") if "/hinh" in link.get_attribute("href") or "/trang" in link.get_attribute("href")}:
            look(link.removeprefix(server.address))
    for text in texts[:len(SHAPES)]:
        word = quote(text, safe="")
        look("/tim?tim=" + word)
    for text in texts[:6]:
        word = quote(text, safe="")
        for path in (f"/don-vi/{word}", f"/bang-xep-hang/{word}", f"/bang-xep-hang/a/{word}", f"/nop-bao-cao/{word}", f"/nop/{word}/{month}",
                     f"/bien-nhan/{word}", f"/dang-nhap?tiep={word}", f"/muc-tieu?lang={word}", f"/don-vi/u0/{month}?so-voi={word}"):
            look(path)
    for text in texts[:8]:
        look(f"/nop/u1/{month}")
        page.run("document.querySelector('[name=\"s.c_all\"]').maxLength = 400; document.querySelector('[name=\"s.c_all\"]').value = arguments[0]", text)
        page.follow("main button[value=kiem]")
        examine("a form with a script for a figure")
    named = set(names)
    expect(named <= seen, f"Not shown as it was written: {sorted(named - seen)[:3]}")
    expect(len(seen) >= MOST * 0.9, f"Only {len(seen)} of {MOST} texts are on any page.")
    # That would have been noticed; and even markup that came in would not have run, by the page's policy.
    page.may_complain = True
    page.run("window.__pwned(-1); document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__pwned(-2)\">')")
    page.until(lambda: page.run("return window.__broken.length"), "the policy refused a script inside the page")
    equal(page.run("return window.__ran"), [-1], "What the hook saw of two scripts, the second in the page's markup,")
    expect(page.run(FOUND), "Markup that does not belong into a page is not noticed.")
    for path in (f"/bang-xep-hang/tat-ca/{month}.csv", f"/nop-bao-cao/{month}.csv"):
        cells = fetched(server, path).decode()
        expect("\n=HYPERLINK" not in cells and ",=HYPERLINK" not in cells and ",\"=HYPERLINK" not in cells, f"A formula is live in {path}.")
