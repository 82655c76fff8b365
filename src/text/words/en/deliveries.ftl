# The words of deliveries.
deliveries-mail-delivered = The letter that your organization signed has been delivered.
deliveries-mail-delivered-to = The letter that your organization signed has been delivered to { $whom }.
deliveries-mail-subject = Delivered: { $title }
deliveries-mail-attached = The final copy, with the list as it was handed over, is attached.
deliveries-mail-files = All files of the delivery
deliveries-mail-sha256 = The delivery is named by its SHA-256: { $sha256 }
deliveries-deliver = Deliver the letter
deliveries-choose-one = Choose one of the two.
deliveries-changes-again = The list changed again and again while it was being set on paper. Close the letter for signatures, or try again in a moment.
deliveries-draft = A draft cannot be delivered. Open it for signatures first.
deliveries-is-retracted = This letter is retracted.
deliveries-is-suspended = The operator of this site has suspended this letter.
deliveries-already = This letter is delivered already. A letter is delivered once.
deliveries-nobody-signed-refused = Nobody has signed this letter yet. A letter is delivered once, so wait for its signatories, or enter those who said yes by mail.
deliveries-changed = The list changed while it was being set on paper. Try again.
deliveries-answer-from-missing = Who answered?
deliveries-answer-text-missing = What did they answer?
deliveries-answer-day-wrong = A day looks like 2026-12-14, and is not to come.
deliveries-not-delivered = Nothing is delivered yet that could be answered.
deliveries-retracted-no-more = This letter is retracted. It is delivered no more.
deliveries-about = Delivering freezes the text, the list and its numbers, and sets them as PDF, DOCX, plain text, CSV and JSON, with a cover for the addressee. Whoever signed gets the final copy by mail, and so does each organization at its own address. It is done once.
deliveries-look-first = Look at it first, as it stands: { $pdf }, { $docx }.
deliveries-nobody-signed = Nobody has signed this letter yet, so there is nothing to deliver.
deliveries-boxes = The fonts of the PDF do not have these signs, and it shows a box for each: { $signs }. In the other files they are as they were written.
deliveries-boxes-others = { $count ->
    [one] and { $count } others
   *[other] and { $count } others
}
deliveries-delivered-to = Delivered to
deliveries-delivered-to-hint = Stands on the cover. The letter’s addressees stand in the letter.
deliveries-cover-words = Words for the cover
deliveries-signing = Signing
deliveries-signing-ends = Ends with the delivery
deliveries-signing-goes-on = Goes on: late signatories stand under “Signed after delivery”
deliveries-name-and-another = { $before }, { $name }
deliveries-names-withheld = { $count ->
    [one] { $count } whose name is withheld
   *[other] { $count } whose names are withheld
}
deliveries-names-and-withheld = { $names }, and { $withheld }
deliveries-unanswered = { $count ->
    [one] { $count } organization has not answered to the changed text.
   *[other] { $count } organizations have not answered to the changed text.
}
deliveries-unanswered-ends = The delivery ends the question, and the rule for silence counts at once.
deliveries-unanswered-ends-although = The delivery ends the question, and the rule for silence counts at once, although there is time until { $time }.
deliveries-leaving = Not on the delivered list, and told so by mail: { $names }.
deliveries-staying = On the list, marked as having signed an earlier revision: { $names }.
deliveries-wait = To wait for them, deliver later, or { $remind }.
deliveries-wait-remind = remind them
deliveries-who-got-it = Who got it, and who has left since
deliveries-correct-answer = Correct the answer
deliveries-has-answered = The addressee has answered
deliveries-who-answered = Who answered
deliveries-answered-on = On
deliveries-the-answer = The answer
deliveries-the-answer-hint = Everyone who may read the letter can read it.
deliveries-record-answer = Record the answer
deliveries-copies = Who got the letter
deliveries-left = Who has left since
deliveries-left-nobody = Nobody has withdrawn since the delivery.
deliveries-left-about = What was handed over stays as it is. Please tell those below who has left.
deliveries-left-suspended = Suspended on { $time }; { $decide }
deliveries-left-decide = you decide
deliveries-left-withdrew = Withdrew on { $time }
deliveries-handed-over = Handed over
deliveries-handed-over-on = On { $time }.
deliveries-handed-over-on-to = On { $time }, to { $whom }.
deliveries-addressed-to = The letter is addressed to:
deliveries-copies-by-mail = Final copies by mail
deliveries-copies-not-kept = To whom they went is not kept any more.
deliveries-copies-files = Files that anyone who may see the letter could take
