// Saves a draft while it is written, and keeps the words in this browser when that fails.
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const said = form.querySelector(".saving");
  const isNew = !form.elements.version;
  // The same words in whichever language the page speaks.
  const key = "draft " + form.getAttribute("action").replace(/^\/[a-z]{2}(?=\/letters\/)/, "");
  const spoken = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const clock = time => new Date(time).toLocaleTimeString(spoken, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  let timer, saving, again = false, moved = false;

  const words = () => new URLSearchParams(new FormData(form)).toString();
  const bare = text => { const fields = new URLSearchParams(text); fields.delete("version"); return fields.toString(); };
  let saved = bare(words());

  const kept = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const keep = () => {
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), words: words() })); return true; } catch { return false; }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* then there is nothing kept */ } };
  const say = (text, ...more) => said.replaceChildren(text, ...more);
  const told = said.dataset;
  const notSaved = why => say(why + " " + (keep() ? told.kept : told.leaveOpen));
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = act ? "button" : "submit";
    made.className = "quiet";
    made.textContent = text;
    if (act) made.onclick = act; else { made.name = "then"; made.value = "save"; }
    return made;
  };

  const send = async () => {
    const sent = words();
    if (moved || bare(sent) === saved) return;
    if (isNew) { if (keep()) say(told.notYet); return; }
    const body = new URLSearchParams(sent);
    body.set("then", "autosave");
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(20000) });
    } catch {
      notSaved(told.offline);
      timer = setTimeout(save, 15000);
      return;
    }
    if (answer.ok) {
      form.elements.version.value = (await answer.json()).version;
      saved = bare(sent);
      forget();
      say(fill(told.saved, { time: clock(Date.now()) }));
    } else if (answer.status === 409) {
      moved = true;
      keep();
      say(told.moved + " ", button(told.seeBoth));
    } else if (answer.type === "opaqueredirect") {
      notSaved(told.signedOut);
      const way = document.createElement("a");
      way.href = "/sign-in?next=" + encodeURIComponent(location.pathname);
      way.textContent = told.signIn;
      said.append(" ", way, ".");
    } else notSaved(answer.status === 422 ? told.incomplete : told.refused);
  };

  // One at a time: the next one needs the version that this one makes.
  const save = () => {
    clearTimeout(timer);
    if (saving) { again = true; return saving; }
    saving = send().finally(() => { saving = null; if (again) { again = false; save(); } });
    return saving;
  };

  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 2500); });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  form.addEventListener("submit", event => {
    clearTimeout(timer);
    if (bare(words()) !== saved) keep(); // until a page comes that has them
    if (!saving) return;
    event.preventDefault();
    saving.finally(() => form.requestSubmit(event.submitter));
  });

  // What locks or publishes the saved text must not leave the latest words behind.
  for (const other of document.querySelectorAll("form[data-after-saving]")) {
    other.addEventListener("submit", event => {
      if (bare(words()) === saved) return;
      event.preventDefault();
      const go = () => { if (bare(words()) === saved) other.requestSubmit(event.submitter); else said.scrollIntoView({ block: "center" }); };
      save().then(() => saving || null).then(go);
    });
  }

  // What an earlier visit could not save. A page that came back with the same words needs no offer.
  const conflict = document.getElementById("moved") || document.querySelector(".problem");
  const earlier = kept();
  if (conflict) moved = !!document.getElementById("moved");
  if (new URLSearchParams(location.search).get("note") === "saved") { try { localStorage.removeItem("draft /letters/new"); } catch { /* as above */ } }
  if (!earlier) return;
  if (conflict || bare(earlier.words) === saved) { if (!conflict && !isNew) forget(); return; }
  const offer = document.createElement("p");
  offer.className = "note";
  const day = new Date(earlier.at).toLocaleDateString(spoken);
  offer.append(fill(told.earlier, { day, time: clock(earlier.at) }) + " ",
    button(told.put, () => {
      for (const [name, value] of new URLSearchParams(earlier.words)) {
        const field = form.elements[name];
        if (field) field.value = value;
      }
      offer.remove();
      save();
    }), " ", button(told.throw, () => { forget(); offer.remove(); }));
  form.before(offer);
})();
