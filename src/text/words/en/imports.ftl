# The words of imports.
imports-title = Import a letter
imports-lead = An existing letter with its signatories becomes a draft that you coordinate. You see what was understood, line by line, before anything is taken over. Nobody else sees it.
imports-paste = Paste the letter with its list
imports-file = Or choose a file
imports-file-hint = Plain text, Markdown, CSV or DOCX, at most 10 MB.
imports-read = Read it
imports-too-large = Too much at once
imports-too-large-title = That is too much at once
imports-too-large-text = At most 10 MB can be imported, and nothing was kept. A letter with a thousand signatories has a hundredth of that: choose the letter alone, without its pictures.
imports-too-large-again = Choose again
imports-file-too-large = This file has more than 10 MB. Choose the letter alone, without its pictures.
imports-too-many = It has { $count } signatories; at most { $most } can be imported at once.
imports-take-over-too-many = At most { $most } signatories can be taken over.
imports-unreadable-empty = There is no text in it. Choose a file or paste the letter.
imports-unreadable-no-text = This is no text that could be read. Save it as plain text, CSV or DOCX and try again.
imports-unreadable-no-docx = This is not a DOCX document, or it is damaged. Open it in a word processor and save it as DOCX again, or paste the text.
imports-unreadable-too-long = Its text is longer than that of any letter: at most two megabytes of text and 20,000 lines can be read.
imports-unreadable-other = A PDF or an old DOC cannot be read. Open it, copy the text and paste it, or save it as DOCX.
# What was understood.
imports-understood = What was understood
imports-doubts-none = No doubts
imports-doubts = Doubts: { $count }
imports-line = Line { $line }
imports-to-draft = To the draft
imports-take-over = Take it over as a draft
imports-taken-over = It is a draft already. What you correct in the draft does not change this page.
imports-lines-title = Line by line
imports-forget = Forget this import
imports-left-out = Not taken over
imports-left-out-individuals = { $count ->
    [one] { $count } individual
   *[other] { $count } individuals
}: only organizations are signatories.
imports-left-out-withheld = { $count ->
    [one] { $count } withheld name: no name is kept of it, and the list does not count it.
   *[other] { $count } withheld names: no name is kept of them, and the list does not count them.
}
imports-left-out-lines = { $count ->
    [one] { $count } line that is a note or not part of the letter.
   *[other] { $count } lines that are notes or not part of the letter.
}
imports-kept = The original stays here, line by line, for { $days ->
    [one] { $days } day
   *[other] { $days } days
} after you last changed it.
imports-undo-line = Undo the correction of line { $line }
imports-undo-text = Undo the correction of the text
imports-fact-title = Title
imports-fact-addressees = Addressees
imports-fact-place-and-date = Place, date
imports-fact-language = Language
imports-fact-signatories = Signatories
imports-fact-groups = Groups
imports-none-found = none found
imports-claimed = { $count } (the letter speaks of { $claimed })
imports-and-withheld = { $signatories }, and { $withheld } withheld
imports-group = { $name }: { $count }
imports-group-individuals = { $name }: { $count } (individuals, not taken over)
imports-without-heading = without a heading
imports-correct-text = Correct title, addressees, date, language and text
imports-line-heading = { $role }: { $name }
imports-line-group = { $role }, the group { $name } begins
imports-line-group-unnamed = { $role }, a group without a heading begins
imports-correct = Correct
imports-correct-line = Correct line { $line }
imports-correct-entry = Correct { $name }
imports-role-title = Title
imports-role-dateline = Place and date
imports-role-addressee = Addressee
imports-role-body = Text
imports-role-heading = Heading of the list
imports-role-entry = Signatory
imports-role-continuation = Rest of the signatory above
imports-role-note = Note
imports-role-ignored = Not part of the letter
# The letter's own parts, and one line, to be corrected.
imports-text-title = The letter’s text
imports-text-language = Language of the text
imports-save = Save
imports-back = Back
imports-a-signatory = A signatory
imports-a-heading = A heading of the list
imports-a-note = A note
imports-line-is = This line is: { $role }. Make it
imports-printed = Printed: { $text }
imports-lines = Lines
imports-all-lines = Back to all lines
imports-next-doubt = Next doubt: line { $line }
imports-other-kind-or-group = Its group, or another kind of line
imports-other-kind = Another kind of line
imports-this-line-is = This line is
imports-begins-group = A group begins with this signatory
imports-group-name = Name of the group
imports-group-acronym = Acronym of the group
imports-individuals = Individuals stand under it, who are not taken over
imports-country-none = none
imports-group-above = the one above it
imports-first-word = choose its first word
imports-name = Name
imports-acronym = Acronym
imports-number = Number
imports-country = Country
imports-in-group = Group
imports-representative = Representative
imports-no-signatory = Not a signatory
imports-two = These are two
imports-second = The second begins with
imports-split = Take them apart
imports-title-missing = The letter needs a title.
imports-not-in-list = Choose one from the list.
imports-name-missing = A signatory needs a name.
imports-number-too-long = A number has at most five digits.
imports-second-missing = Choose the word with which the second signatory begins.
imports-draft-already = This import is a draft already. Correct it there.
# What stands in the log of a letter.
imports-log-listed = { $count } listed
imports-log-individuals = { $said }; { $count ->
    [one] { $count } individual
   *[other] { $count } individuals
} not taken over
imports-log-withheld = { $said }; { $count ->
    [one] { $count } withheld name
   *[other] { $count } withheld names
} not taken over
# Doubts.
imports-doubt-individuals = { $count ->
    [one] { $count } name stands
   *[other] { $count } names stand
} as individuals; they are no signatories here and are not taken over.
imports-doubt-no-list = No list of signatories was found.
imports-doubt-several = { $count ->
    [one] { $count } signatory stands
   *[other] { $count } signatories stand
} in this line.
imports-doubt-continuation = This line may belong to the one above it, or stand for itself.
imports-doubt-lost-heading = A heading seems to be missing here: the list begins anew or has a gap.
imports-doubt-heading-elsewhere = The heading is missing here; the group’s name was found in line { $line }.
imports-doubt-withheld = { $count ->
    [one] A name is withheld. It is counted here and not entered.
   *[other] { $count } names are withheld. They are counted here and not entered.
}
imports-doubt-person = This may be a person, not an organization.
imports-doubt-heading = This may be the heading of a group, or a signatory.
imports-doubt-gap = Number { $number } is missing before { $next }.
imports-doubt-gaps = Numbers { $first } to { $last } are missing before { $next }.
imports-doubt-repeated = Number { $number } stands twice.
imports-doubt-order = Number { $number } follows { $last }.
imports-doubt-no-number = This signatory has no number, others of its group have.
imports-doubt-count = The letter speaks of { $claimed }; { $found } were found.
imports-doubt-group-count = The heading speaks of { $claimed }; { $found } were found under it.
imports-doubt-no-name = There is no name.
imports-doubt-country = “{ $printed }” is no country we know.
imports-doubt-no-country = Most signatories have a country; of this one it could not be read.
imports-doubt-duplicate = The same name stands in line { $line }.
