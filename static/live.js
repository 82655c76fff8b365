// Keeps an open letter up to date. The page is complete without it.
(() => {
  const list = document.getElementById("signatories");
  if (!list || !window.EventSource || !list.dataset.live) return;
  const news = document.getElementById("news");
  const byKey = key => document.getElementById("g-" + key);
  let arrivals = [], telling;

  // Said once in a while, not for each of a hundred: screen readers read all of it aloud.
  const say = count => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      news.textContent = (arrivals.length < 3 ? arrivals.join(" ") + " " : "") + count;
      arrivals = [];
    }, 1000);
  };

  const element = html => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  };

  // Numbers are the lists' own; only where each list starts has to be told.
  const renumber = () => {
    let next = 1;
    for (const lines of list.querySelectorAll(".group > ol")) {
      lines.start = list.dataset.numbering === "through" ? next : 1;
      next += lines.children.length;
    }
  };

  const remove = id => {
    const line = document.getElementById("s-" + id);
    const group = line && line.closest(".group");
    if (line) line.remove();
    if (group && !group.querySelector("li, .withheld")) group.remove();
  };

  const put = data => {
    const before = data.before && document.getElementById("s-" + data.before);
    remove(data.id);
    let group = byKey(data.group);
    if (!group) {
      group = element(data.group_html);
      list.insertBefore(group, (data.group_before && byKey(data.group_before)) || null);
    }
    const line = element(data.html);
    line.classList.add("arrived");
    setTimeout(() => line.classList.remove("arrived"), 9000);
    group.querySelector("ol, ul").insertBefore(line, before || null);
    const empty = list.querySelector("[data-empty]");
    if (empty) empty.remove();
    arrivals.push(data.announce);
  };

  // Names that are withheld are a sentence at the end of their group.
  const withhold = sentences => {
    for (const group of list.querySelectorAll(".group")) {
      const words = sentences[group.dataset.group];
      let line = group.querySelector(".withheld");
      if (line && !words) line.remove();
      if (words && !line) group.append(line = element('<p class="withheld"></p>'));
      if (words) line.textContent = words;
      if (!group.querySelector("li, .withheld")) group.remove();
    }
    if (Object.keys(sentences).some(key => !byKey(key))) anew();
  };

  const count = data => {
    renumber();
    withhold(data.withheld_words);
    for (const place of document.querySelectorAll("[data-count]")) place.textContent = data.counts[place.closest("[lang]").lang] || data.shown;
    document.getElementById("signatories-title").textContent = data.words;
    const title = document.querySelector("h1");
    if (title.querySelector("[data-count]")) document.title = title.textContent + " · Undersigned";
    say(data.announce);
  };

  // The list changed as a whole: its new self is on the page's newest version.
  let fetching = false, again = false;
  const anew = async () => {
    again = fetching;
    if (fetching) return;
    fetching = true;
    try {
      const answer = await fetch(location.pathname + location.search, { cache: "no-cache" });
      if (answer.status === 410) return location.reload();
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of [".letter", "#signatories-title", ".standing"]) {
        const [now, then] = [document.querySelector(part), fresh.querySelector(part)];
        if (now && then) now.innerHTML = then.innerHTML;
      }
      const call = document.querySelector(".call");
      if (call && !fresh.querySelector(".call")) call.remove();
      const section = fresh.getElementById("signatories");
      for (const old of list.querySelectorAll(".group, [data-empty]")) old.remove();
      for (const part of [...section.querySelectorAll(".group, [data-empty]")]) list.append(part);
      list.dataset.numbering = section.dataset.numbering;
    } finally {
      fetching = false;
      if (again) anew();
    }
  };

  const on = (source, name, act) => source.addEventListener(name, e => act(JSON.parse(e.data)));
  let source;
  const open = () => {
    source = new EventSource(list.dataset.live);
    on(source, "signatory", put);
    on(source, "withdrawn", data => remove(data.id));
    on(source, "count", count);
    on(source, "list", anew);
    // A browser comes back by itself after a lost connection, but not after a refusal (a server
    // that is just starting, say): then we come back, and fetch what we missed.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { open(); anew(); }, 5000 + Math.random() * 5000);
    };
  };
  open();
  // A page that comes back from the browser's memory is as old as when it was left.
  addEventListener("pageshow", e => { if (e.persisted) { source.close(); open(); anew(); } });
})();
