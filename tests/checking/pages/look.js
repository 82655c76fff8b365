// Looks at every kind of page of a running site, as everyone in the demo, in four languages, light and dark, at the width of a
// small telephone: axe-core (WCAG 2.2 A and AA, best practices) finds nothing, the page is in the language asked for and
// no wider than the screen, its HTML conforms (the Nu HTML checker), and no script of it fails.
//
//   node look.js http://127.0.0.1:8080 [--only REGEX] [--languages en,ar] [--untranslated]
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { LANGUAGES, PEOPLE, launch, signIn, stir, linksInMails, pagesOf, kind } = require('./site.js');

const [base, ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const only = new RegExp(option('--only') || '.');
const languages = (option('--languages') || LANGUAGES.join(',')).split(',');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const findings = new Map();
function find(what, where) {
  if (!findings.has(what)) findings.set(what, []);
  findings.get(what).push(where);
}

async function axe(page, where) {
  const result = await page.evaluate((rules) => axe.run(document, { resultTypes: ['violations'], runOnly: rules }), RULES);
  for (const { id, impact, nodes } of result.violations) find(`axe: ${id} (${impact}): ${nodes[0].html.slice(0, 160)}`, where);
}

// Words of English in a page of another language that nothing marks as a name, a code or another language.
async function untranslated(page) {
  return page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent;
      const apart = walker.currentNode.parentElement.closest('bdi, code, pre, article, script, textarea, time, [lang="en"], .name, .wordmark, dd.raw');
      if (!apart && /\b(the|and|of|to|is|your|you|for|was|has|not|with|this|that)\b/i.test(text) && /[A-Za-z]{3,} [A-Za-z]{2,}/.test(text)) found.push(text.trim().slice(0, 100));
    }
    return found;
  });
}

async function look(page, language, address, who, pages) {
  const asked = `/${language}${address}`;
  const where = `${who || 'reader'} ${asked}`;
  const answer = await page.goto(base + asked, { waitUntil: 'load' });
  if (answer.status() >= 500) return find(`answers ${answer.status()}`, where);
  const html = await answer.text();
  pages.push({ where, html });
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  if (seen.language !== language) find(`speaks ${seen.language} where ${language} was asked for`, where);
  if (seen.wide) find('is wider than 360 px', where);
  if (options.includes('--untranslated') && language !== 'en') for (const text of await untranslated(page)) find(`English: ${text}`, where);
  await page.evaluate(axeSource);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await axe(page, `${where} (${colorScheme})`);
  }
}

async function conformance(pages) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  pages.forEach(({ html }, at) => fs.writeFileSync(path.join(folder, `${at}.html`), html));
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const run = spawnSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error || run.status !== 0) throw new Error(`the HTML checker: ${run.error || run.stderr}`);
  for (const { type, subType, message, extract, url } of JSON.parse(run.stderr).messages) {
    if (type === 'info' && subType !== 'warning') continue;
    // Safari takes the role away from a list without bullets; saying it again gives it back.
    if (message.includes('“list” role is unnecessary')) continue;
    const at = Number(/(\d+)\.html$/.exec(url)[1]);
    find(`html: ${message} ${(extract || '').replaceAll(/\s+/g, ' ').slice(0, 160)}`, pages[at].where);
  }
  fs.rmSync(folder, { recursive: true });
}

(async () => {
  const began = Date.now();
  const browser = await launch();
  const pages = [];
  const seen = new Set();
  await stir(browser, base);
  const mailed = await linksInMails(browser, base);
  if (mailed.length < 4) throw new Error(`only ${mailed.length} links in mails: is mail sent elsewhere?`);
  for (const who of PEOPLE) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => find(`script: ${error}`, page.url()));
    if (who) await signIn(page, base, who);
    const first = ['/', '/register', '/confirm', '/password/forgot', '/no-such-page', ...(who ? ['/desk', '/account', '/operator'] : ['/sign-in', ...mailed])];
    const addresses = await pagesOf(context, base, first);
    for (const address of addresses.filter((address) => only.test(address))) {
      // Whoever is signed in sees many pages as others do: those are looked at once, but the desk of each.
      const key = `${kind(address)} ${address.includes('/desk') ? who : ''}`;
      if (seen.has(key) && !/^\/(letters|organizations)\/\*$/.test(kind(address))) continue;
      seen.add(key);
      for (const language of languages) await look(page, language, address, who, pages);
    }
    await context.close();
  }
  await browser.close();
  await conformance(pages);
  for (const [what, where] of findings) console.log(`${what}\n    ${where.length} times, such as ${where[0]}`);
  console.log(`${pages.length} pages looked at in ${Math.round((Date.now() - began) / 1000)} s, ${findings.size} findings.`);
  process.exit(findings.size === 0 && pages.length > 50 ? 0 : 1);
})().catch((error) => { console.error(error); process.exit(1); });
