// Adds to the page from which a letter is passed on what only a script can do. Without it everything is there
// to be selected and copied.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-share]")) {
    const letter = { title: button.dataset.title, url: button.dataset.share };
    if (!navigator.share || (navigator.canShare && !navigator.canShare(letter))) continue;
    button.hidden = false;
    button.addEventListener("click", () => navigator.share(letter).catch(() => {}));
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    if (!navigator.clipboard || !field) continue;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        return;
      }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
})();
