/// What makes an open board live. It fetches the same page again and takes the new sections over: no other markup comes in.
enum LiveScript {
  static let text = #"""
    const rowId = node => { const row = node && node.closest && node.closest("tr[id],li[data-row]"); return row && (row.id || row.dataset.row); };
    const places = section => {
      const found = new Map();
      for (const row of section.querySelectorAll("tr[id],li[data-row]")) found.set(rowId(row), row.textContent);
      return found;
    };
    // Rows that are not what they were are marked, but where other rows of the board come in.
    const take = (page, isTurned) => {
      const focused = document.activeElement, row = rowId(focused), link = focused && focused.getAttribute && focused.getAttribute("href");
      const [left, top] = [scrollX, scrollY];
      for (const fresh of page.querySelectorAll("section.board[id]")) {
        const old = document.getElementById(fresh.id);
        if (!old) continue;
        const before = places(old), node = document.adoptNode(fresh);
        old.replaceWith(node);
        if (!isTurned) for (const one of node.querySelectorAll("tr[id],li[data-row]")) if (before.get(rowId(one)) !== one.textContent) one.classList.add("fresh");
      }
      const missed = document.getElementById("khong-dat"), still = page.getElementById("khong-dat");
      if (missed && still && !missed.isEqualNode(still)) missed.replaceWith(document.adoptNode(still));
      const badge = document.querySelector("main .badge"), other = page.querySelector("main .badge");
      if (badge && other) badge.replaceWith(document.adoptNode(other));
      const facts = document.querySelector("footer .facts"), newer = page.querySelector("footer .facts");
      if (facts && newer) facts.replaceWith(document.adoptNode(newer));
      if (typeof hide === "function") hide();
      if (row && document.activeElement === document.body) {
        const same = document.getElementById(row), into = same && [...same.querySelectorAll("a")].find(one => one.getAttribute("href") === link);
        if (into) into.focus({preventScroll: true});
      }
      scrollTo(left, top);
    };
    const live = document.getElementById("truc-tiep");
    if (live && "EventSource" in window) {
      let position = live.dataset.position, source = null, wait = 1000, timer = 0, busy = false, again = false;
      const say = (text, state) => { live.dataset.state = state; if (live.textContent !== text) live.textContent = text; };
      const refresh = async () => {
        if (busy) { again = true; return; }
        busy = true;
        do {
          again = false;
          try {
            const asked = location.href, answer = await fetch(asked, {cache: "no-cache"});
            // The only way that leads elsewhere is to the sign-in: nothing comes until somebody signs in.
            if (answer.redirected) { stop(); say(live.dataset.out, "out"); break; }
            if (!answer.ok) throw new Error(answer.status);
            const page = new DOMParser().parseFromString(await answer.text(), "text/html"), next = page.getElementById("truc-tiep");
            // Other rows were turned to meanwhile.
            if (location.href !== asked) { again = true; continue; }
            take(page);
            if (next) position = next.dataset.position;
          } catch { say(live.dataset.lost, "lost"); timer = setTimeout(refresh, 5000); }
        } while (again);
        busy = false;
      };
      const stop = () => { clearTimeout(timer); if (source) source.close(); source = null; };
      const start = () => {
        stop();
        source = new EventSource(live.dataset.stream + "&tu=" + position);
        source.onopen = () => { wait = 1000; say(live.dataset.open, "open"); };
        source.onmessage = event => { if (event.data) say(event.data, "open"); refresh(); };
        source.addEventListener("het", async () => { stop(); await refresh(); say(live.dataset.over, "over"); });
        source.onerror = () => {
          say(live.dataset.lost, "lost");
          if (source && source.readyState === EventSource.CLOSED) { stop(); timer = setTimeout(() => { start(); refresh(); }, wait); wait = Math.min(wait * 2, 30000); }
        };
      };
      // A browser has few connections to one server: a page that nobody sees gives its own back.
      document.addEventListener("visibilitychange", () => document.hidden ? stop() : start());
      addEventListener("pagehide", stop);
      start();
    }

    """#
}
