// The list in its coordinators' hands: lines are moved with the keyboard or the pointer, and each move
// is saved at once; names are found while they are typed. The page does without it.
(() => {
  const root = document.getElementById("list");
  if (!root) return;
  const moved = document.getElementById("moved");
  const problem = document.getElementById("problem");
  const keys = document.getElementById("keys");
  const filter = document.querySelector("#finding input");

  // Its sentences stand in the page, in the page's language, with braces around what is put in.
  const words = document.getElementById("words").dataset;
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const digits = number => number.toLocaleString(document.documentElement.lang);

  const sections = () => [...root.querySelectorAll(".work-group")];
  const lines = section => [...section.querySelectorAll(".lines > li[data-name]")];
  const handleOf = line => line.querySelector(".handle");
  const named = section => section.querySelector("h2").innerText.trim();

  // What the site says of an order is taken from the page that it answers with.
  let unsaved = []; // the moves that the site has not confirmed, the first first
  let saving = false, broken = false;

  const order = () => sections().flatMap(section =>
    [section.id, ...lines(section).map(line => line.id)]).join(" ");

  const say = words => { moved.textContent = words; };

  function where(line) {
    const section = line.closest(".work-group"), all = lines(section);
    return fill(words.place, { at: digits(all.indexOf(line) + 1), all: digits(all.length), heading: named(section) });
  }

  function complain(words, ...buttons) {
    const box = document.createElement("div"), sentence = document.createElement("p");
    box.className = "problem";
    sentence.textContent = words;
    box.append(sentence);
    if (buttons.length) {
      const row = document.createElement("p");
      row.className = "actions";
      for (const [text, act] of buttons) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "quiet";
        button.textContent = text;
        button.onclick = act;
        row.append(button);
      }
      box.append(row);
    }
    problem.replaceChildren(box);
  }

  /** Shows the list as another page has it; whoever had the focus keeps it. */
  function take(page) {
    const focused = document.activeElement?.closest?.("#list li[data-name]")?.id;
    const list = page.getElementById("list");
    root.replaceChildren(...list.children);
    root.dataset.version = list.dataset.version;
    if (list.dataset.order) root.dataset.order = list.dataset.order; else delete root.dataset.order;
    for (const id of ["counted", "undo"]) {
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
    }
    prepare();
    find();
    const line = focused && document.getElementById(focused);
    if (line) handleOf(line)?.focus({ preventScroll: true });
  }

  async function send(address, fields) {
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), signal: AbortSignal.timeout(20000) });
    } catch {
      return { status: 0 };
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { status: answer.status, page, isList: !!page.getElementById("list") };
  }

  // One at a time: the next one needs the version that this one makes.
  async function save() {
    if (saving || !unsaved.length) return;
    saving = true;
    const moves = unsaved.slice();
    const { status, page, isList } = await send(root.dataset.order, { order: order(), version: root.dataset.version });
    saving = false;
    if (status === 200 && isList) {
      unsaved = unsaved.slice(moves.length);
      broken = false;
      problem.replaceChildren();
      root.dataset.version = page.getElementById("list").dataset.version;
      if (unsaved.length) return save();
      if (!dragged) take(page);
      const line = document.getElementById(moves.at(-1).line);
      if (line) say(fill(words.saved, { name: line.dataset.name, place: where(line) }));
      return;
    }
    if (status === 409 && isList) {
      const mine = unsaved;
      unsaved = [];
      take(page);
      const one = mine.length === 1;
      complain(fill(one ? words.lostOne : words.lostMany, { count: digits(mine.length), names: names(mine) }),
        [one ? words.againOne : words.againMany, () => again(mine)],
        [words.leave, () => problem.replaceChildren()]);
      return;
    }
    broken = true;
    const why = status === 0 ? words.noConnection
      : status === 200 ? words.signedOut
      : page.querySelector("main p")?.textContent.trim() || words.couldNot;
    complain(fill(words.notSavedYours, { why }), [words.saveNow, save]);
  }

  const names = moves => [...new Set(moves.map(move => move.name))].join(`${words.comma} `);

  function again(moves) {
    problem.replaceChildren();
    const lost = moves.filter(({ line, section, before }) => {
      const element = document.getElementById(line), target = document.getElementById(section);
      if (!element || !target) return true;
      place(element, target, before && target.querySelector(`#${CSS.escape(before)}`));
      return false;
    });
    if (lost.length) complain(fill(words.gone, { names: names(lost) }));
    save();
  }

  /** Puts a line into a section, before another or at its end, and notes that. */
  function place(line, section, before) {
    section.querySelector(".lines").insertBefore(line, before || null);
    const next = line.nextElementSibling;
    unsaved.push({ line: line.id, name: line.dataset.name, section: section.id, before: next && next.id });
    say(fill(words.moved, { name: line.dataset.name, place: where(line) }));
  }

  // Between two countries nobody is moved: that is not the coordinators' to say.
  const isCountry = section => section.dataset.place.length === 2;
  const mayGo = (from, to) => from === to || !(isCountry(from) && isCountry(to));

  function press(event, line) {
    const section = line.closest(".work-group"), all = lines(section), at = all.indexOf(line);
    const every = sections();
    const neighbour = step => {
      for (let i = every.indexOf(section) + step; every[i]; i += step) if (mayGo(section, every[i])) return every[i];
    };
    let target = section, before;
    switch (event.key) {
      case "ArrowUp": if (at === 0) return; before = all[at - 1]; break;
      case "ArrowDown": if (at === all.length - 1) return; before = all[at + 2]; break;
      case "Home": before = all[0]; break;
      case "End": before = undefined; break;
      case "PageUp": target = neighbour(-1); break;
      case "PageDown": target = neighbour(1); before = target && lines(target)[0]; break;
      default: return;
    }
    event.preventDefault();
    if (!target || before === line || (target === section && !before && at === all.length - 1)) return;
    place(line, target, before);
    const handle = handleOf(line);
    handle.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    if (!broken) save();
  }

  // Dragging: a mark shows where the line would stand; it is moved when it is let go.
  const mark = document.createElement("li");
  mark.className = "mark";
  mark.setAttribute("aria-hidden", "true");
  let dragged = null, pointer = 0, y = 0;

  function drag(event, line) {
    if (event.button) return;
    event.preventDefault();
    handleOf(line).focus({ preventScroll: true });
    dragged = line;
    pointer = event.pointerId;
    y = event.clientY;
    line.classList.add("dragged");
    root.classList.add("dragging");
    addEventListener("pointermove", follow);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", cancel);
    addEventListener("keydown", escape, true);
    requestAnimationFrame(scroll);
  }

  function follow(event) {
    if (event.pointerId !== pointer) return;
    y = event.clientY;
    show();
  }

  function show() {
    const from = dragged.closest(".work-group");
    const open = sections().filter(section => mayGo(from, section));
    const section = open.findLast(one => one.getBoundingClientRect().top <= y) || open[0];
    const middle = line => { const box = line.getBoundingClientRect(); return box.top + box.height / 2; };
    const before = lines(section).find(line => line !== dragged && middle(line) > y);
    const list = section.querySelector(".lines");
    if (mark.parentNode !== list || mark.nextElementSibling !== (before || null)) list.insertBefore(mark, before || null);
  }

  // Near the edge of the window the page goes on.
  function scroll() {
    if (!dragged) return;
    const edge = 70, speed = y < edge ? y - edge : y > innerHeight - edge ? y - innerHeight + edge : 0;
    if (speed) { scrollBy(0, speed / 4); show(); }
    requestAnimationFrame(scroll);
  }

  function end() {
    removeEventListener("pointermove", follow);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", escape, true);
    dragged.classList.remove("dragged");
    root.classList.remove("dragging");
    dragged = null;
  }

  function drop(event) {
    if (event.pointerId !== pointer) return;
    const line = dragged, target = mark.parentNode?.closest(".work-group");
    let before = mark.nextElementSibling;
    mark.remove();
    end();
    if (before === line) before = line.nextElementSibling;
    if (!target || (target === line.closest(".work-group") && before === line.nextElementSibling)) return;
    place(line, target, before);
    handleOf(line).focus({ preventScroll: true });
    if (!broken) save();
  }

  function cancel() {
    mark.remove();
    end();
  }

  function escape(event) {
    if (event.key === "Escape") { event.preventDefault(); cancel(); }
  }

  /** Gives each line its handle. */
  function prepare() {
    const moves = !!root.dataset.order;
    if (keys) keys.hidden = !moves;
    root.classList.toggle("by-hand", moves);
    if (!moves) return;
    for (const line of root.querySelectorAll(".lines > li[data-name]")) {
      const handle = document.createElement("button");
      handle.type = "button";
      handle.className = "handle";
      handle.textContent = "⠿";
      handle.setAttribute("aria-label", fill(words.handle, { name: line.dataset.name }));
      handle.setAttribute("aria-describedby", "keys");
      handle.addEventListener("keydown", event => press(event, line));
      handle.addEventListener("pointerdown", event => drag(event, line));
      line.prepend(handle);
    }
  }

  /** Hides the lines whose names do not have the words that are typed. */
  const plain = text => text.normalize("NFKD").replace(/[\p{M}\u0640\u200c-\u200f]/gu, "").toLowerCase()
    .replace(/[ىی]/g, "ي").replace(/ة/g, "ه").replace(/ک/g, "ك");
  function find() {
    const wanted = plain(filter?.value.trim() || "");
    root.classList.toggle("finding", !!wanted);
    for (const section of sections()) {
      const all = lines(section);
      for (const line of all) line.hidden = !!wanted && !plain(line.querySelector("h3").textContent).includes(wanted);
      section.hidden = !!wanted && all.every(line => line.hidden);
    }
  }

  // The buttons of a line or a heading, which are there without this script too.
  root.addEventListener("submit", async event => {
    event.preventDefault();
    const form = event.target, line = form.closest("li[data-name]");
    const fields = new FormData(form, event.submitter);
    const { status, page, isList } = await send(form.action, fields);
    if (status === 200 && isList) {
      problem.replaceChildren();
      take(page);
      const there = line && document.getElementById(line.id);
      if (there) { handleOf(there)?.focus(); say(fill(words.saved, { name: there.dataset.name, place: where(there) })); }
    } else complain(status ? page.querySelector("main p")?.textContent.trim() || words.notDone : words.notSaved);
  });

  // A change is undone without leaving the page, if the page is still the list.
  document.getElementById("undo").addEventListener("submit", async event => {
    event.preventDefault();
    const form = event.target;
    const { status, page, isList } = await send(form.action, { change: form.elements.change.value });
    if (status === 200 && isList) {
      problem.replaceChildren();
      take(page);
      say(words.undone);
      document.querySelector("#undo button")?.focus();
    } else if (status) {
      complain(page.querySelector("main p")?.textContent.trim() || words.notUndone, [words.load, () => location.reload()]);
    } else complain(words.notUndoneConnection);
  });

  if (filter) {
    filter.form.querySelector("button").hidden = true; // it is found while it is typed
    filter.addEventListener("input", find);
    filter.form.addEventListener("submit", event => { if (!new URLSearchParams(location.search).get("name")) { event.preventDefault(); find(); } });
  }
  addEventListener("online", save);
  addEventListener("beforeunload", event => { if (unsaved.length) event.preventDefault(); });
  prepare();
  find();
})();
