// A browser on a running site with the demo in it, and every kind of page that its people reach.
'use strict';
const { chromium } = require('playwright-core');
const fs = require('node:fs');

const LANGUAGES = ['en', 'ar', 'fr', 'es'];
// Accounts of the demo (src/demo.rs); none is a reader.
const PEOPLE = [null, 'coordinator', 'signatory', 'alliance', 'operator'];
const PASSWORD = 'aleppo-2016';

function executable() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH || '').split(':');
  for (const name of names) for (const folder of folders) if (fs.existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
  throw new Error('chromium is not installed');
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

function launch() {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

async function signIn(page, base, who) {
  await page.goto(`${base}/sign-in`);
  await page.fill('[name=email]', `${who}@example.org`);
  await page.fill('[name=password]', PASSWORD);
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith('/sign-in')), page.click('main form button')]);
}

// Fills in the form of a page whose action ends so, and sends it.
async function send(page, address, action, fields) {
  await page.goto(address);
  const form = page.locator(`form[action$="${action}"]`).first();
  await form.waitFor({ state: 'attached' });
  await form.evaluate((element, values) => {
    for (const [name, value] of Object.entries(values)) {
      const field = element.elements[name];
      if (!field) throw new Error(`no field ${name}`);
      if (field instanceof RadioNodeList || field.type !== 'checkbox') field.value = value;
      else field.checked = true;
    }
  }, fields);
  await Promise.all([page.waitForNavigation(), form.evaluate((element) => element.submit())]);
  return new URL(page.url()).pathname;
}

// Lets things happen, so that there are pages behind the links in mails: somebody registers, forgets their password, is
// invited, comments, signs a letter that was published just before.
async function stir(browser, base) {
  const as = async (who) => {
    const page = await (await browser.newContext()).newPage();
    if (who) await signIn(page, base, who);
    return page;
  };
  const [reader, coordinator, signatory] = [await as(null), await as('coordinator'), await as('signatory')];
  await send(reader, `${base}/register`, '/register', {
    organization_name: 'River Trust', website: 'https://river.example', country: 'FR', person_name: 'Ada Reader', person_title: 'Director',
    email: 'ada@river.example', password: 'the river runs to the sea',
  });
  await send(reader, `${base}/password/forgot`, '/password/forgot', { email: 'signatory@example.org' });
  const words = { title: 'To all who can open a road', addressees: 'The Security Council', place_and_date: 'Gaziantep', body: 'Open the road.\n\nKeep it open.' };
  const edit = await send(coordinator, `${base}/letters/new`, '/letters/new', words);
  const letter = edit.replace(/\/edit$/, '');
  await send(coordinator, `${base}${letter}/invitations`, '/invitations', { addresses: 'Hill Trust <hill@hill.example>\nBig Heart <signatory@example.org>' });
  await send(coordinator, `${base}${edit}`, '/publication', {});
  await send(signatory, `${base}${letter}/sign`, '/sign', { representative_name: 'Amal Haddad', representative_title: 'Director', authority: 'yes' });
}

// The links in the mails that are kept here.
async function linksInMails(browser, base) {
  const context = await browser.newContext();
  const html = await (await context.request.get(`${base}/mail`)).text();
  await context.close();
  return [...new Set([...html.matchAll(/href="https?:\/\/[^/"]+(\/[^"]+)"/g)].map((match) => match[1]))];
}

// Pages of one kind are made by one piece of code: ids, tokens and names in an address are a place.
function kind(path) {
  const parts = path.split('?')[0].split('/').slice(1);
  const named = { letters: ['new', 'import'], organizations: [], coalitions: ['new'] };
  return '/' + parts.map((part, at) => {
    const plain = at === 1 && named[parts[0]] && !named[parts[0]].includes(part);
    return plain || /^[0-9a-f-]{32,}$/.test(part) || /^[0-9]+(\.\.[0-9]+)?$/.test(part) || part.length > 30 ? '*' : part;
  }).join('/');
}

// The addresses of pages that somebody reaches by links, two of each kind at most.
async function pagesOf(context, base, first) {
  const waiting = [...first];
  const known = new Set(waiting);
  const kinds = new Map();
  const found = [];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const count = kinds.get(kind(path)) || 0;
    if (count >= 2) continue;
    const answer = await context.request.get(base + path, { maxRedirects: 0 });
    const location = answer.headers().location;
    const html = (answer.headers()['content-type'] || '').startsWith('text/html') ? await answer.text() : '';
    if (answer.status() >= 500) throw new Error(`${path} answers ${answer.status()}`);
    const links = [...html.matchAll(/\shref="(\/[^"#]*)/g)].map((match) => match[1].replaceAll('&amp;', '&'));
    for (const link of location ? [location] : links) {
      const local = link.startsWith('/') && !/^\/(static|en|ar|fr|es|mail)(\/|$)/.test(link);
      if (local && !known.has(link)) { known.add(link); waiting.push(link); }
    }
    if (html && !location) { found.push(path); kinds.set(kind(path), count + 1); }
  }
  return found;
}

module.exports = { LANGUAGES, PEOPLE, launch, executable, signIn, stir, linksInMails, pagesOf, kind, FLAGS };
