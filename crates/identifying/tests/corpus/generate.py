#!/usr/bin/env python3
"""Writes generated.jsonl: invented texts with what identifies the person marked as [[kind:span]].

Every choice comes from a digest, so that the same file comes out on every machine. A template is a group: the split
into the half for tuning and the half kept apart goes by group, so that a template is in one half only.
"""

import hashlib
import json
import pathlib

# Invented people. Telephone numbers, domains and NHS numbers are from the ranges kept for invention.
# names, variant of the given name, surname's key for misspelling, born, sex
PEOPLE = [
    ("Aoife Brennan", "Eefa", "1991-02-14", "f"),
    ("Michael Thornbury", "Mick", "1966-09-30", "m"),
    ("Katarzyna Nowakowska", "Kasia", "1984-12-19", "f"),
    ("Abdul Rahman Siddiqui", "Abdel", "1997-03-08", "m"),
    ("Ahmed Farouk", "Ahmad", "2003-10-27", "m"),
    ("Gwenllian Prosser", "Gwen", "1978-01-11", "f"),
    ("Thomas Pennington", "Tommy", "1955-07-19", "m"),
    ("Aisha Qureshi", "Ayesha", "1990-06-16", "f"),
    ("Séamus Gallagher", "Shamus", "1961-04-02", "m"),
    ("Xiaoming Zhou", "Hsiaoming", "1986-11-28", "m"),
    ("Margaret Eleanor Whitcombe", "Peggy", "1944-08-23", "f"),
    ("Priyanka Chakraborty", "Priya", "1995-05-31", "f"),
    ("Tomasz Zieliński", "Tomek", "1982-03-29", "m"),
    ("Joseph Okafor", "Joe", "2008-12-12", "m"),
    ("Ieuan Llewellyn", "Evan", "1970-10-04", "m"),
    ("Zainab Osman", "Zaynab", "2000-01-22", "f"),
    ("Alexander Kirkpatrick", "Sandy", "1973-02-09", "m"),
    ("Hope Fairweather", None, "1989-09-13", "f"),
    ("Jack Frost-Bramley", None, "1992-04-18", "m"),
    ("Rose Hartnell", "Rosie", "1957-06-06", "f"),
    ("Vikram Balasubramaniam", "Vik", "1980-08-01", "m"),
    ("Sinéad Mac Cárthaigh", "Shinade", "1999-07-15", "f"),
]
STREETS = ["Larkspur Road", "Tannery Lane", "Beacon Street", "Windmill Close", "Alder Crescent", "Ferry Terrace"]
TOWNS = [("Kendal", "LA99"), ("Hereford", "HR99"), ("Barry", "CF99"), ("Oldham", "OL99"), ("Ely", "CB99")]
MONTHS = "January February March April May June July August September October November December".split()
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()


def pick(options, *seed):
    digest = hashlib.sha256("/".join(map(str, seed)).encode()).digest()
    return options[int.from_bytes(digest[:6], "big") % len(options)]


def nhs(n):
    """An NHS number of the invented range with its check digit."""
    while True:
        nine = f"999{n:06}"
        check = (11 - sum(int(d) * w for d, w in zip(nine, range(10, 1, -1))) % 11) % 11
        if check < 10:
            return f"{nine}{check}"
        n += 1


def suffix(day):
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def misspelled(name, seed):
    """Two letters exchanged, one left out, one doubled or one replaced; never the first."""
    at = 1 + pick(range(max(1, len(name) - 2)), seed, "at")
    def swap(): return name[:at] + name[at + 1] + name[at] + name[at + 2:]
    def drop(): return name[:at] + name[at + 1:]
    def double(): return name[:at] + name[at] + name[at:]
    def other(): return name[:at] + pick("aeiou", seed, "vowel") + name[at + 1:]
    wrong = pick([swap, drop, double, other], seed, "how")()
    return wrong if wrong != name else name[:at] + name[at] + name[at:]


def mark(kind, text):
    return f"[[{kind}:{text}]]"


def slots(i, group):
    """What a template may say of person `i`, marked."""
    name, variant, born, sex = PEOPLE[i]
    parts = name.split()
    given, surname = parts[0], parts[-1]
    if "Mac" in parts:
        surname = " ".join(parts[parts.index("Mac"):])
    year, month, day = map(int, born.split("-"))
    town, outward = TOWNS[i % len(TOWNS)]
    street, number = STREETS[i % len(STREETS)], 3 + 7 * i
    tel = f"07700 900{100 + 13 * i}" if i % 3 else f"01632 960{100 + 13 * i}"
    postcode = f"{outward} {1 + i % 9}{'ABDEFG'[i % 6]}{'ZYXW'[i % 4]}"
    number_nhs = nhs(1000 + 37 * i)
    his, he, title = ("his", "he", "Mr") if sex == "m" else ("her", "she", pick(["Ms", "Mrs", "Miss"], i))
    email = f"{given.lower().encode('ascii', 'ignore').decode()}.{i}@example.net"
    def choose(options, what): return pick(options, group, i, what)
    letters = given[0] + surname[0]
    known = {
        "names": [name],
        "born": born,
        "nhs_number": number_nhs,
        "addresses": [f"{number} {street}, {town}, {postcode}"],
        "telephones": [tel],
        "emails": [email],
        "relatives": [],
    }
    dates = [
        f"{day}/{month}/{year}", f"{day:02}.{month:02}.{year % 100:02}", f"{year}-{month:02}-{day:02}",
        f"{day}{suffix(day)} {MONTHS[month - 1]} {year}", f"{day} {MONTHS[month - 1][:3]} {year}",
        f"the {day}{suffix(day)} of {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {day}, {year}",
        f"the {ORDINAL_WORDS[day - 1]} of {MONTHS[month - 1]}, {year}", f"{day:02}-{month:02}-{year}",
        f"{day}{suffix(day)} {MONTHS[month - 1]}",
    ]
    d = number_nhs
    return known, {
        "full": mark("name", choose([name, f"{surname}, {given}", name.upper(), f"{title} {name}"], "full")),
        "given": mark("name", given),
        "surname": mark("name", choose([f"{title} {surname}", surname, f"{title}. {surname}"], "surname")),
        "possessive": mark("name", given) + choose(["'s", "’s"], "apostrophe"),
        "variant": mark("name-variant", variant) if variant else mark("name", given),
        "wrong": mark("misspelling", misspelled(surname, f"{group}{i}"))
        if len(surname) > 5 and " " not in surname and "-" not in surname else mark("name", surname),
        "initials": mark("initials", choose([f"{letters[0]}.{letters[1]}.", f"{letters[0]}. {letters[1]}."], "in")),
        "born": mark("date", choose(dates, "date")),
        "nhs": mark("nhs-number", choose([d, f"{d[:3]} {d[3:6]} {d[6:]}", f"{d[:3]}-{d[3:6]}-{d[6:]}"], "nhs")),
        "address": mark("address", choose(
            [f"{number} {street}", f"{number}, {street}", f"{number} {street.rsplit(' ', 1)[0]} "
             + {"Road": "Rd", "Lane": "Ln", "Street": "St", "Close": "Cl", "Crescent": "Cres", "Terrace": "Terr"}
             [street.rsplit(" ", 1)[1]]], "address")),
        "street": mark("address", street),
        "postcode": mark("postcode", choose([postcode, postcode.replace(" ", ""), postcode.lower()], "postcode")),
        "tel": mark("telephone", choose([tel, tel.replace(" ", ""), "+44 " + tel[1:]], "tel")),
        "email": mark("email", email),
        "relative": mark("relative", f"{his} " + choose(
            ["mother", "father", "brother", "sister", "partner", "aunt", "uncle", "cousin", "son", "daughter"], "rel")),
        "reg": mark("vehicle", choose(["AA51 ZZB", "YY70ZZC", "B123 ZZD", "LL68 XYZ"], "reg")),
        "job": choose(["teacher", "baker", "taxi driver", "barber", "chef", "postman", "dentist"], "job"),
        "town": town,
        "age": str(2026 - year),
        "he": he, "He": he.capitalize(), "his": his, "His": his.capitalize(),
        "him": "him" if sex == "m" else "her",
        "drug": choose(["olanzapine", "lithium", "sertraline", "aripiprazole", "clozapine"], "drug"),
        "month": choose(MONTHS, "month"),
        "place": choose(["Leeds", "Cardiff", "Bristol", "Dover", "Hull"], "place"),
    }


# One template a line; `{slot}` as above. Those without a slot that marks anything must give no finding at all.
TEMPLATES = """
Thank you for asking. {full} can be spoken to at home, by one officer, in the afternoon.
{given} may be frightened by uniforms. Come in plain clothes.
In my view {given} should not be asked about money today.
I would let {surname} sit nearest to the door.
{possessive} sleep is the thing to ask about first.
Call at a quiet hour; {variant} is said to be calmer then.
Colleagues, as to {variant}: no sirens, no torch in the face.
The spelling {wrong} on your form does not matter to us.
Please give {wrong} a written note of what was said.
{initials} should be told what happens next, in small steps.
re {initials} - keep it short and kind
The birth date you gave, {born}, is not needed for advice.
DOB {born}. Take it off the form before you send it on.
You quote NHS number {nhs}; we do not use it.
The address is {address}, you say. Two officers are enough on those stairs.
Park at the far end of {street} and walk.
We noted {postcode} from your message and have struck it out.
Ring {tel} first, then wait a quarter of an hour.
Answer to {email} only if asked.
Let {relative} make the tea, and talk in another room.
You say that {relative} rang first; thank them.
The vehicle {reg} is best left where it stands.
[[singles-out:{He} is a {job} in {town}]], you write, and that says who it is.
[[singles-out:the only {job} in {town}]] would be known to all.
[[age:{He} is {age}]], you say; the same holds at every age.
[[age:A {age}-year-old]] is spoken to like anybody else.
[[known-to-services:{He} is known to our team]].
[[known-to-services:{He} is under our care]] at present.
[[known-to-services:We have met {him}]] before and [[known-to-services:our notes say]] that quiet helps.
[[known-to-services:{His} key worker]] should be rung first.
[[known-to-services:{He} is open to us]], which is why I can say this.
[[known-to-services:{He} was sectioned]] some time ago.
[[health-fact:{He} is on {drug}]], so offer water.
[[health-fact:{He} stopped taking {his} {drug}]], which you may not use.
[[health-fact:{He} has a diagnosis of bipolar disorder]].
[[health-fact:{His} medication]] makes {him} slow.
[[care-team:Dr Abernathy]] asked me to say this.
[[care-team:Rowan Ward]] is full tonight.
[[care-team:Larchwood Hospital]] has a quiet room.
[[health-record:Hospital number: H{age}99123]] is on the sheet.
[[police-record:PNC ID 99/{age}4321Z]] is on the sheet.
Ask for [[name:Mrs Oyelaran]] at the desk.
SUBJECT: QUESTION OF TODAY. {full} IS NOT TO BE LEFT ALONE.
hello, just to say {given} does better with one voice at a time. thanks
1. Go slowly.\n2. Say your name.\n3. Call {him} {given}.\n4. Leave when you are asked.
Morning. {surname} first, {relative} second, nobody else. {tel} is the number.
Summary: {full}, {born}, {address}, {postcode}. None of these should be in an advice.
What works for {given} works for most: time, water, a chair.
I cannot answer for {full} but for anybody in that state: do not argue with a voice.
He who shouts is not heard. {given} hears well.
You asked how to speak with {given} ({relative} being there). Separately, I think.
A note on names: say {surname}, not {given}.
Speak to a person in distress from the side and not from the front.
Ask once, wait, and ask again in other words.
A person who has not slept since {month} is not well; a doctor should see them today.
In {month} the days are short and people sleep badly.
{drug} should not be stopped from one day to the next, whoever takes it.
People in {place} can ring the same line as people elsewhere: 111, option 2.
Somebody who takes {drug} may shake. It is not fear, and not guilt.
Nothing in this advice comes from a record.
An officer may stay for as long as the person agrees, and no longer.
If a child is present, ask who looks after it, and ring the social worker on duty.
If a mother or a brother offers help, ask the person before you take it.
If somebody says that they are under a doctor, ask whether they want that doctor rung.
The nearest place of safety may be in {place}; the ambulance service knows.
Whether or not anybody is known to us, the advice would be the same.
The best hour is between 10 and 12; 30 minutes are enough.
Four in ten people hear a voice once in their life, and 1 in 100 for long.
Use the interpreters' list; family members, friends and neighbours do not interpret.
Read the notice aloud, slowly, and hand it over in writing.
Grief can look like anger. So can fear, hunger, pain and a low blood sugar.
When in doubt ring 999 and ask for an ambulance; say "chest" or "breathing" if it is that.
The Samaritans and the crisis line are open at night, on Sundays and on Christmas Day.
No force, no spray, no cuffs if they can be done without; tell the custody sergeant why.
Somebody whose partner has died last {month} needs company and not questions.
A conversation about beliefs is not a symptom, whatever the belief.
For autistic people: one question at a time, no figures of speech, lights low.
Dementia: say who you are each time. Do not correct. Walk along.
A baker, a teacher or a nurse is trained to see such things; so are you.
Under the Mental Health Act a person can be kept for 24 hours. That needs a doctor's word.
Ask about pills in the house, {drug} among them, and whether they can be put away.
Your shift changes at 7; say so early, and who comes next.
I wrote the same to your colleagues in {place} in {month}: go slowly.
"""


def main():
    lines = []
    for t, template in enumerate(line for line in TEMPLATES.strip().split("\n") if line):
        group = f"template-{t:03}"
        order = sorted(range(len(PEOPLE)), key=lambda i: hashlib.sha256(f"{group}/{i}".encode()).digest())
        for i in order[:4 + (t % 2)]:
            known, said = slots(i, group)
            text = template.replace("\\n", "\n").format(**said)
            text = text[0].upper() + text[1:]
            # Every ninth goes with nothing known of the person, where only that could tell a name or a street.
            if t % 9 == 0 and not any(s in template for s in ("given", "full", "surname", "variant", "wrong", "poss", "{street")):
                known = {}
            lines.append({"id": f"{group}-{i:02}", "group": group, "person": known, "text": text})
    out = pathlib.Path(__file__).with_name("generated.jsonl")
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
