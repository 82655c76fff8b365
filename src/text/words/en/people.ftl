# The words of people.
people-language = Language
people-language-hint = Pages and mails speak it to you.
people-language-save = Speak this language
people-language-not-spoken = This language is not spoken here. Choose one of the list.
