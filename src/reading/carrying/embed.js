// One line on a page elsewhere shows a letter there, as high as it is:
//   <script src="https://…/embed.js" data-letter="aleppo" async></script>
// data-language="ar" speaks another language of the interface than the letter's.
(() => {
  "use strict";
  const script = document.currentScript;
  const letter = script && script.dataset.letter;
  if (!letter || !/^[a-z0-9-]+$/.test(letter)) return;
  const site = new URL(script.src).origin;
  const language = /^[a-z]{2}$/.test(script.dataset.language || "") ? "/" + script.dataset.language : "";
  const frame = document.createElement("iframe");
  frame.src = site + language + "/letters/" + letter + "/embed";
  frame.title = "Undersigned";
  frame.loading = "lazy";
  frame.style.cssText = "border:0;inline-size:100%;max-inline-size:40rem;block-size:26rem;display:block";
  addEventListener("message", (event) => {
    // Only the frame that this line made, and only while our page is in it.
    if (event.source !== frame.contentWindow || event.origin !== site) return;
    const told = event.data && event.data.undersigned;
    if (!told || !(told.height > 0 && told.height < 10000)) return;
    frame.style.blockSize = Math.ceil(told.height) + "px";
    if (typeof told.title === "string") frame.title = told.title;
  });
  script.after(frame);
})();
