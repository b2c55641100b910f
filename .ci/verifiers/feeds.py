"""What the Python program icalendar reads of every calendar that the demonstration gives.

feeds.py ADDRESS ROUTES: walks the demonstration at ADDRESS as the people who have a calendar there,
and reads whatever ends in .ics. ROUTES is a file with what `allapari routes` prints: each route of a
calendar must have been read, at least once with something in it.
"""

import re
import sys
from datetime import datetime
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

from icalendar import Calendar

address, routes = sys.argv[1].rstrip("/"), Path(sys.argv[2]).read_text()
# Who has calendars, where their walk begins, and the pages that lead on to them.
WALKS = {
    "visitor": ("/calendario /realta", r"/realta(\?.*|/[\w-]+)?"),
    "candidate": ("/le-mie-candidature", r"/candidature/[\w-]+"),
    "expert": ("/selezione /formazione-continua", r"/selezione/[\w-]+"),
    "trainee": ("/i-miei-corsi", r"/i-miei-corsi/[\w-]+(/lezioni)?"),
}
# A member's own feed: its address is shown once, when it is made.
SECRET = "/calendario/mio/{secret}"
MOST_PAGES = 150
wrong = []
read = {}


def patterns():
    """The addresses of calendars, from the table of routes."""
    paths = [word for word in routes.split() if word.startswith("/") and (word.endswith(".ics") or word == SECRET)]
    return {path: re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))) for path in paths}


def visit(browser, path, data=None):
    """An answer's kind and bytes; nothing where the person has no business."""
    try:
        with browser.open(address + path, data=data, timeout=30) as answer:
            return answer.headers.get_content_type(), answer.read()
    except HTTPError as refused:
        refused.close()
        return "", b""


def walk(browser, begin, leads_on):
    """All addresses of calendars that one comes by."""
    pages, seen, calendars = begin.split(), set(), []
    while pages and len(seen) < MOST_PAGES:
        page = pages.pop(0)
        if page in seen:
            continue
        seen.add(page)
        kind, body = visit(browser, page)
        if kind != "text/html":
            continue
        for href in re.findall(r'href="(/[^"#]*)', body.decode()):
            href = href.replace("&amp;", "&")
            if href.endswith(".ics"):
                calendars.append(href)
            elif re.fullmatch(leads_on, href):
                pages.append(href)
    return list(dict.fromkeys(calendars))


def flaws(calendar):
    """What a calendar lacks, and how many events it has."""
    found = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
    events = calendar.walk("VEVENT")
    uids = [str(event.get("UID", "")) for event in events]
    if not all(uids) or len(set(uids)) != len(uids):
        found.append("an event has no UID of its own")
    for event in events:
        start = getattr(event.get("DTSTART"), "dt", None)
        if not isinstance(start, datetime) or start.tzinfo is None:
            found.append(f"{event.get('UID')} starts at {start}, which is no moment")
        if not str(event.get("SUMMARY", "")).strip() or "DTSTAMP" not in event:
            found.append(f"{event.get('UID')} lacks a summary or a stamp")
    if str(calendar.get("VERSION", "")) != "2.0" or not calendar.get("PRODID"):
        found.append("no version or no maker")
    if len(Calendar.from_ical(calendar.to_ical()).walk("VEVENT")) != len(events):
        found.append("written again, it is another")
    return found, len(events)


def check(browser, who, path, pattern):
    kind, body = visit(browser, path)
    try:
        found, events = flaws(Calendar.from_ical(body))
    except ValueError as error:
        found, events = [str(error)], 0
    if kind != "text/calendar":
        found.append(f"the answer is {kind or 'none'}")
    read[pattern] = read.get(pattern, 0) + events
    wrong.extend(f"{path}: {flaw}" for flaw in found)
    print(f"{who}: {pattern}: {events} events", *found, sep="; ")


known = patterns()
for who, (begin, leads_on) in WALKS.items():
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    visit(browser, f"/prova/{who}")
    if who == "expert":
        # Who says that they come finds the day for their calendar.
        _, offers = visit(browser, "/formazione-continua")
        for offer in re.findall(r'action="(/formazione-continua/[0-9a-f-]{36})"', offers.decode()):
            visit(browser, offer, data=b"answer=yes")
    calendars = walk(browser, begin, leads_on)
    if who == "expert":
        _, shown = visit(browser, "/calendario/abbonati", data=b"")
        own = re.search(r"https?://[^\s\"<]+/calendario/mio/[^\s\"<]+", shown.decode())
        calendars += [urlsplit(own[0]).path] if own else []
    for path in calendars:
        pattern = next((name for name, shape in known.items() if shape.fullmatch(path)), None)
        if pattern is None:
            wrong.append(f"{path} is no route")
        # An organisation has its dates or none: one with something in it is enough.
        elif not (pattern.startswith("/realta/") and read.get(pattern)):
            check(browser, who, path, pattern)

wrong.extend(f"{pattern} was not read with an event in it" for pattern in known if not read.get(pattern))
if not known:
    wrong.append("the table of routes names no calendar")
print(*(f"WRONG  {what}" for what in wrong), sep="\n")
sys.exit(1 if wrong else 0)
