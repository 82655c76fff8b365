# The frame of every page, forms, notices.
web-skip = Skip to the text
web-languages = Languages
web-acting-for = Acting for { $name }
web-acting-for-several = You act for several organizations
web-acting-change = change
web-acting-choose = choose one
web-optional = (optional)
web-problems = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
}
web-to-the-letters = To the letters
web-your-desk = Your desk
web-not-found = There is no such page
web-not-found-text = The address may be mistyped, or the page is not public (yet). If it came in a mail, open the link there once more.
web-second-factor-first = A second factor first
web-second-factor-first-text = Whoever coordinates or runs things here signs in with a password and a code, and you have not set up the code yet. So nothing of what you sent was taken.
web-second-factor-kept = It is kept in this page. Set up the second factor in another tab, come back to this one, and send it.
web-second-factor-lost = Go back (your browser still has what you typed), set up the second factor in another tab, and send it once more.
web-second-factor-set-up = Set up the second factor
web-send-now = Send it now
web-too-large = That is too much at once
web-too-large-text = The form is larger than this page takes, and nothing of it was saved. Go back: your browser still has what you typed. Shorten it and send it again.
web-fault = Something went wrong here
web-fault-text = It is our fault, not yours, and nothing was changed. Go back (your browser still has what you typed) and try once more. If it happens again, tell the people who run this place and give them this reference.
web-reference = Reference { $reference }
web-away = One moment, please: our records cannot be reached
web-away-text = This page cannot be shown now, and if you sent a form, nothing of it was kept. Nothing that was kept before is lost. Wait half a minute and try again; after a form, go back first (your browser still has what you typed) and send it again.
web-away-unknown = Our records went away while what you sent was being kept, and we cannot say yet whether it was. Wait half a minute and look whether it is there before you send it again (go back: your browser still has what you typed). A signature is never counted twice.
web-away-kept = Nothing of what you sent was kept yet, and nothing of it is lost: it is in this page. Wait half a minute, and send it again.
web-refused = This is not possible
web-unreadable = This could not be read
web-too-many = One moment, please
web-link-over = This link no longer works
web-from-elsewhere = This was sent from a page of another site, so nothing was done. Open the page here and press the button again.
web-made-many = You have made very many letters, coalitions and imports within an hour. Wait a minute, and send it again.
web-many-wrong-tries = There were many wrong tries for this address.
web-many-tries-network = There were very many tries from your network.
web-many-reports-network = There were many reports from your network.
web-many-reported = Very many have reported this; it will be looked at.
web-wait-seconds = { $count ->
    [one] Please wait { $count } second and try again.
   *[other] Please wait { $count } seconds and try again.
}
web-wait-minutes = { $count ->
    [one] Please wait { $count } minute and try again.
   *[other] Please wait { $count } minutes and try again.
}
web-form-late = The form did not arrive in time. Please send it again.
web-form-encoding = Forms are sent here as application/x-www-form-urlencoded.
web-form-fields = The form has fields we do not understand, or a field twice.
web-form-not-whole = The form did not arrive whole. Please send it again.
web-form-twice = The form has a field twice.
web-many-requests-network = There were very many requests from your network.
web-many-requests-token = There were very many requests with this token.
