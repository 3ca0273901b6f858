/// What a board in a hall can do by itself: fill the screen, and turn the pages of a long block.
enum HallScript {
  static let text = #"""
    const wide = document.getElementById("toan-man-hinh");
    if (wide && document.fullscreenEnabled) {
      wide.hidden = false;
      wide.addEventListener("click", () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
      // A screen that nobody touches goes dark otherwise.
      let awake = null;
      document.addEventListener("fullscreenchange", async () => {
        try {
          if (document.fullscreenElement && navigator.wakeLock) awake = await navigator.wakeLock.request("screen");
          else if (awake) { awake.release(); awake = null; }
        } catch { /* Not allowed here. */ }
      });
    }
    // In place: a page that is loaded anew leaves the full screen. The address keeps that pages turn.
    const turning = document.getElementById("tu-chuyen");
    if (turning) {
      let timer = 0;
      const show = address => history.replaceState(null, "", address);
      const turn = async () => {
        const address = new URL(location.href), page = Number(address.searchParams.get("trang")) || 1;
        address.searchParams.set("trang", page % turning.dataset.pages + 1);
        try {
          const answer = await fetch(address, {cache: "no-cache"});
          if (!answer.ok || answer.redirected) throw new Error(answer.status);
          const next = new DOMParser().parseFromString(await answer.text(), "text/html");
          if (!timer) return;
          show(address);
          take(next, true);
        } catch { /* What is shown stays until the next turn. */ }
        if (timer) timer = setTimeout(turn, turning.dataset.seconds * 1000);
      };
      const set = isOn => {
        clearTimeout(timer);
        timer = isOn ? setTimeout(turn, turning.dataset.seconds * 1000) : 0;
        turning.setAttribute("aria-pressed", isOn);
        const address = new URL(location.href);
        if (isOn) address.searchParams.set("tu-chuyen", "1"); else address.searchParams.delete("tu-chuyen");
        show(address);
      };
      turning.hidden = false;
      turning.addEventListener("click", () => set(!timer));
      if (new URL(location.href).searchParams.has("tu-chuyen")) set(true);
    }

    """#
}
