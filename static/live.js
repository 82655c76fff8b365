// Keeps an open letter up to date, and finds in its list while one types. The page is complete without it.
(() => {
  const list = document.getElementById("signatories");
  if (!list || !window.EventSource || !list.dataset.live) return;
  const news = document.getElementById("news");
  const title = document.getElementById("signatories-title");
  const language = document.documentElement.lang;
  const page = +list.dataset.page; // NaN where the list is whole on this page
  const byId = id => id && document.getElementById(id);
  const byKey = key => byId("g-" + key);
  const shown = number => number.toLocaleString(language === "ar" ? "ar-u-nu-arab" : language);
  let arrivals = [], telling, moved = false;

  // "12 have signed": the sentence of the language for a few, for many, for all others.
  const burst = number => {
    const forms = list.dataset.burst.split("|");
    const form = forms[{ few: 0, many: 1 }[new Intl.PluralRules(language).select(number)] ?? 2] || forms.at(-1);
    return form.replace("#", shown(number));
  };

  // Said once in a while, not for each of a hundred: screen readers read all of it aloud.
  const say = count => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      news.textContent = arrivals.length < 3 ? [...arrivals, count].join(" ").trim() : burst(arrivals.length);
      arrivals = [];
    }, 1000);
  };

  const element = html => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  };

  // Whoever reads with the keyboard stays where they are, also when that is drawn anew; where it has gone,
  // they are at the head of the list.
  const keepingFocus = act => {
    const at = document.activeElement;
    const box = at && at.closest(".group li, .letter, .standing, .jumps, .pages");
    const nth = box ? [...box.querySelectorAll("a")].indexOf(at) : -1;
    act();
    if (!box || at.isConnected) return;
    const again = box.id ? byId(box.id) : document.querySelector("." + box.classList[0]);
    title.tabIndex = -1;
    ((again && again.querySelectorAll("a")[nth]) || title).focus({ preventScroll: true });
  };

  // Numbers are the lists' own; only where each list starts has to be told.
  const renumber = () => {
    let next = 1;
    list.querySelectorAll(".group > ol").forEach((lines, at) => {
      if (!at && page > 1) next = lines.start;
      else if (list.dataset.numbering !== "through") next = 1;
      lines.start = next;
      next += lines.children.length;
    });
  };

  const remove = id => {
    const line = byId(id);
    const group = line && line.closest(".group");
    if (line) line.remove();
    else if (page) moved = true;
    if (group && !group.querySelector("li, .withheld")) group.remove();
  };

  const put = data => {
    let group = byKey(data.group);
    const before = byId(data.before);
    if (page && (!group || (data.before ? !before : "goesOn" in group.dataset))) {
      moved = true;
      arrivals.push(data.announce + " " + list.dataset.elsewhere);
      return;
    }
    keepingFocus(() => {
      const old = byId(data.id);
      if (old) old.remove();
      if (!group) {
        group = element(data.group_html);
        list.insertBefore(group, byKey(data.group_before) || list.querySelector(".footnote"));
      }
      const line = element(data.html);
      line.classList.add("arrived");
      setTimeout(() => line.classList.remove("arrived"), 9000);
      group.querySelector("ol, ul").insertBefore(line, before);
    });
    const empty = list.querySelector("[data-empty]");
    if (empty) empty.remove();
    arrivals.push(data.announce);
  };

  // Names that are withheld are a sentence at the end of their group.
  const withhold = sentences => {
    for (const group of list.querySelectorAll(".group")) {
      const words = "goesOn" in group.dataset ? null : sentences[group.dataset.group];
      let line = group.querySelector(".withheld");
      if (line && !words) line.remove();
      if (words && !line) group.append(line = element('<p class="withheld"></p>'));
      if (words) line.textContent = words;
      if (!group.querySelector("li, .withheld")) group.remove();
    }
    if (!page && Object.keys(sentences).some(key => !byKey(key))) anew({});
  };

  const sayElsewhere = words => {
    const note = byId("elsewhere") || title.insertAdjacentElement("afterend", element('<p class="meta" id="elsewhere"></p>'));
    note.textContent = words;
  };

  const count = data => {
    list.dataset.total = data.count;
    renumber();
    withhold(data.withheld_words);
    for (const place of document.querySelectorAll("[data-count]")) place.textContent = data.shown;
    title.textContent = data.words;
    const head = document.querySelector("h1");
    if (head.querySelector("[data-count]")) document.title = head.textContent + " · Undersigned";
    if (moved) {
      if (arrivals.length) sayElsewhere(arrivals.at(-1));
      // What came or went before this page has moved its lines: not all readers ask for it at once.
      if (page > 1) setTimeout(anew, 2000 + Math.random() * 8000, {});
      moved = false;
    }
    find();
    say(data.announce);
  };

  // The list changed as a whole: its new self is on the page's newest version, which a cache in between
  // may not have yet; under an address with the number of the change it has no older one.
  let fetching = false, again = false;
  const anew = async ({ seq = Date.now() }) => {
    again = fetching;
    if (fetching) return;
    fetching = true;
    try {
      const address = new URL(location.href);
      address.searchParams.set("as-of", seq);
      const answer = await fetch(address, { cache: "no-cache" });
      if (answer.status === 410) return location.reload();
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      keepingFocus(() => {
        for (const part of [".letter", "#signatories-title", ".standing", ".jumps", ".pages"]) {
          const [now, then] = [document.querySelector(part), fresh.querySelector(part)];
          if (now && then && now.innerHTML !== then.innerHTML) now.innerHTML = then.innerHTML;
        }
        const call = document.querySelector(".call");
        if (call && !fresh.querySelector(".call")) call.remove();
        const section = fresh.getElementById("signatories");
        const known = new Set([...list.querySelectorAll(".group li")].map(line => line.id));
        for (const old of list.querySelectorAll(".group, [data-empty], .footnote")) old.remove();
        list.append(...section.querySelectorAll(".group, [data-empty], .footnote"));
        const more = section.dataset.total - list.dataset.total;
        list.dataset.numbering = section.dataset.numbering;
        list.dataset.total = section.dataset.total;
        const here = [...list.querySelectorAll(".group li")].some(line => !known.has(line.id));
        if (page && more > 0 && !here) sayElsewhere(list.dataset.elsewhere);
        if (more > 0) arrivals.push(...Array(more).fill(""));
      });
      find();
      if (arrivals.length) say(title.textContent);
    } finally {
      fetching = false;
      if (again) anew({});
    }
  };

  // Finding: as the server does (src/reading/finding.rs), in a list that is whole on this page.
  const form = page ? null : document.querySelector(".find");
  const same = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
  const plain = text => text.normalize("NFKD").replace(/[\p{M}\u0640\p{Cf}]/gu, "").toLowerCase()
    .replace(/[ıøłđßæٱىیةک]/g, letter => same[letter]);
  const letters = text => text.replace(/[^\p{L}\p{N}]/gu, "");
  const text = (inside, css) => (inside.querySelector(css) || {}).textContent || "";
  const matches = (line, words, short) => {
    const name = plain(text(line, ".name")), acronym = plain(text(line, ".acronym"));
    const called = [letters(acronym), ...[...name.matchAll(/\((.+?)\)/g)].map(found => letters(found[1])),
      name.replace(/\(.+?\)/g, " ").split(/[^\p{L}\p{N}]+/u).map(word => word[0]).join("")];
    return (short.length > 1 && called.some(one => one.startsWith(short)))
      || words.every(word => (name + " " + acronym).includes(word));
  };
  let reporting;
  const find = () => {
    if (!form) return;
    const chosen = name => (form.elements[name] || {}).value || "";
    const words = name => chosen(name) && form.elements[name].selectedOptions[0].text;
    const q = plain(chosen("q").trim()), key = chosen("group"), country = words("country"), way = words("verified");
    const asked = q || key || country || way, parts = q.split(/\s+/), short = letters(q);
    let found = 0;
    for (const group of list.querySelectorAll(".group")) {
      const here = !key || group.dataset.group === key, lines = group.querySelector("ol, ul");
      let number = lines.start || 1;
      for (const line of lines.children) {
        const hit = here && (!country || (text(line, ".country") || text(group, "h3 bdi")) === country)
          && (!way || text(line, ".verified") === way) && (!q || matches(line, parts, short));
        // What is not shown is not counted by the browser: each line is told its number meanwhile.
        if (line.value && !line.dataset.told) number = line.value;
        else if (asked) line.value = number, line.dataset.told = 1;
        else line.removeAttribute("value"), delete line.dataset.told;
        number++;
        line.hidden = !hit;
        found += hit;
      }
      const withheld = group.querySelector(".withheld"), only = here && key && !q && !country && !way;
      if (withheld) withheld.hidden = asked && !only;
      group.hidden = asked && !lines.querySelector("li:not([hidden])") && !(withheld && only);
    }
    clearTimeout(reporting);
    reporting = setTimeout(() => byId("found").textContent = asked ? form.dataset.shown.replace("#", shown(found)) : "", 400);
  };
  if (form) {
    for (const kind of ["input", "change"]) form.addEventListener(kind, find);
    form.addEventListener("submit", event => { event.preventDefault(); find(); });
    find(); // a browser fills in what was typed when one comes back
  }

  // A link to a line of a long list, which stands on another of its pages.
  const seek = () => {
    const line = location.hash.match(/^#signatory-(\d+)$/);
    if (page && line && !byId(line[0].slice(1))) location.replace(list.dataset.live.replace(/live.*/, "signatories?signatory=" + line[1]));
  };
  addEventListener("hashchange", seek);
  seek();

  const on = (source, name, act) => source.addEventListener(name, e => act(JSON.parse(e.data)));
  let source;
  const open = () => {
    source = new EventSource(list.dataset.live);
    on(source, "signatory", put);
    on(source, "withdrawn", data => keepingFocus(() => remove(data.id)));
    on(source, "count", count);
    on(source, "list", anew);
    // A browser comes back by itself after a lost connection, but not after a refusal (a server
    // that is just starting, say): then we come back, and fetch what we missed.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { open(); anew({}); }, 5000 + Math.random() * 5000);
    };
  };
  open();
  // A page that comes back from the browser's memory is as old as when it was left.
  addEventListener("pageshow", e => { if (e.persisted) { source.close(); open(); anew({}); } });
})();
