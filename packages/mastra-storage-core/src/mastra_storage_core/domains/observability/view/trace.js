"use strict";
const rows = [...document.querySelectorAll(".span")];
const depth = (row) => Number(row.dataset.depth);
const find = (id) => document.getElementById(id);
const theme = find("theme"), filter = find("filter"), failed = find("failed");
const closed = new Set();

function show() {
  const words = filter.value.trim().toLowerCase();
  const wanted = new Set();
  rows.forEach((row, index) => {
    if (words && !row.dataset.words.toLowerCase().includes(words)) return;
    wanted.add(row);
    for (let above = index, level = depth(row); words && level > 0 && above > 0; ) {
      above -= 1;
      if (depth(rows[above]) < level) {
        level = depth(rows[above]);
        wanted.add(rows[above]);
      }
    }
  });
  let hiddenBelow = Infinity;
  for (const row of rows) {
    if (depth(row) <= hiddenBelow) hiddenBelow = Infinity;
    row.hidden = depth(row) > hiddenBelow || !wanted.has(row);
    if (!words && closed.has(row) && hiddenBelow === Infinity) hiddenBelow = depth(row);
  }
}

for (const row of rows) {
  const fold = row.querySelector("button");
  if (!fold) continue;
  fold.hidden = false;
  fold.addEventListener("click", (event) => {
    event.preventDefault();
    const opens = closed.delete(row);
    if (!opens) closed.add(row);
    fold.setAttribute("aria-expanded", String(opens));
    show();
  });
}

theme.addEventListener("click", () => {
  const now = document.documentElement.dataset.theme;
  const dark = now ? now === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
});

let next = 0;
failed.addEventListener("click", () => {
  const errors = rows.filter((row) => row.classList.contains("failed"));
  const row = errors[next++ % errors.length];
  filter.value = "";
  closed.clear();
  for (const fold of document.querySelectorAll(".name button")) fold.setAttribute("aria-expanded", "true");
  show();
  row.open = true;
  row.scrollIntoView({ block: "center", behavior: "smooth" });
  row.querySelector("summary").focus({ preventScroll: true });
});

filter.addEventListener("input", show);
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== filter) {
    event.preventDefault();
    filter.focus();
  }
});
theme.hidden = filter.hidden = false;
failed.hidden = !rows.some((row) => row.classList.contains("failed"));
