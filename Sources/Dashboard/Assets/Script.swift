/// The script of every page. Pages work without it; it makes them quicker to use.
enum Script {
  static let text = filter + keys + paper + drop + sums + wrong + LiveScript.text + HallScript.text

  /// Typing in the search field hides the rows of a board that do not match, marks or no marks.
  private static let filter = #"""
    "use strict";
    const plain = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
    const field = document.getElementById("tim");
    const rows = () => document.querySelectorAll("table.rank tbody tr[id]");
    const hide = () => {
      const wanted = plain(field ? field.value.trim() : "");
      for (const row of rows()) row.hidden = !plain(row.querySelector(".unit").textContent).includes(wanted);
    };
    if (field && rows().length) {
      field.form.action = location.pathname;
      field.addEventListener("input", hide);
    }

    """#

  private static let keys = #"""
    addEventListener("keydown", event => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
      if (event.key === "/" && !typing && field) { event.preventDefault(); field.focus(); }
      if (event.key === "Escape") for (const open of document.querySelectorAll("details.pick[open]")) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    });
    addEventListener("click", event => {
      for (const open of document.querySelectorAll("details.pick[open]")) if (!open.contains(event.target)) open.open = false;
    });

    """#

  private static let paper = #"""
    const paper = document.getElementById("in");
    if (paper) {
      paper.hidden = false;
      paper.addEventListener("click", () => print());
    }

    """#

  /// A file that is dropped on a form is chosen and read as if it had been chosen by hand.
  private static let drop = #"""
    const form = document.querySelector("form.filing");
    const chosen = form && form.querySelector("input[type=file]");
    if (chosen) {
      const read = form.querySelector("button[value=tep]");
      const files = event => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
      addEventListener("dragover", event => { if (files(event)) { event.preventDefault(); form.classList.add("over"); } });
      addEventListener("dragleave", event => { if (!event.relatedTarget) form.classList.remove("over"); });
      addEventListener("drop", event => {
        if (!files(event)) return;
        event.preventDefault();
        form.classList.remove("over");
        chosen.files = event.dataTransfer.files;
        form.requestSubmit(read);
      });
    }

    """#

  /// What is typed so far is added up beside the figure that has to be its sum.
  private static let sums = #"""
    const sums = [...document.querySelectorAll("[data-sum]")];
    const add = () => {
      for (const one of sums) {
        const values = one.dataset.sum.split(" ").map(code => document.getElementById("s-" + code).value.trim());
        const known = values.every(value => /^\d{1,15}$/.test(value));
        const sum = known ? values.reduce((all, value) => all + BigInt(value), 0n) : 0n;
        const own = document.getElementById("s-" + one.dataset.of).value.trim(), mark = one.querySelector("b");
        mark.textContent = known ? "= " + sum.toLocaleString(document.documentElement.lang === "en" ? "en" : "vi") : "";
        mark.classList.toggle("off", known && own !== "" && own !== String(sum));
      }
    };
    if (sums.length) { form.addEventListener("input", add); add(); }

    """#

  private static let wrong = #"""
    const wrong = document.querySelector("[aria-invalid=true]");
    if (wrong) wrong.focus();

    """#
}
