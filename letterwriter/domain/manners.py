"""What makes an office put a letter aside: threats, abuse, shouting.

Stories of flight tell of threats, and of insults that were heard. So a threat
counts only from the writer ("I will ...", "I hope you ..."), an insult only at
the reader ("you are ..."), and neither straight after a quotation mark.
"""

_NOT_QUOTED = r"(?<![\w\"“'‘’])"
_HARM = r"(?:kill|shoot|stab|hang|murder|hurt|strangle|lynch)"
_THEM = r"(?:you|your|him|her|them|all\sof\sthem)"
_ALL_OF_THEM = (
    r"(?:you|they|he|she|mps|politicians|ministers|these\speople|the\slot\sof\s(?:you|them))"
)
_BAD_NAME = (
    r"(?:scum|vermin|idiot|moron|imbecile|liar|traitor|coward|pig|fool|monster|nazi|fascist|racist"
    r"|rat|parasite|bigot|piece\sof\s(?:dirt|filth))s?"
)

THREAT = (
    r"(?i)"
    rf"{_NOT_QUOTED}(?:"
    rf"(?:i|we)(?:['’]ll|\swill|\sshall|['’]m\sgoing\sto|\sam\sgoing\sto|\sare\sgoing\sto"
    rf"|['’]re\sgoing\sto|\swant\sto|['’]d\slike\sto|\swould\slike\sto)\s{_HARM}\s{_THEM}"
    rf"|i\shope\s(?:that\s)?(?:you|they)\s(?:all\s|both\s)?(?:die|rot|burn|hang|get\scancer)"
    rf"|{_ALL_OF_THEM}\s(?:all\s)?(?:should|ought\sto|deserve\sto|need\sto)\s(?:all\s)?(?:be\s)?"
    rf"(?:all\s)?(?:shot|hanged|hung|strung\sup|die|rot|burn|hang)"
    rf"|i\sknow\swhere\syou(?:r\s(?:family|children|kids))?\slive"
    rf"|(?:you\s(?:had\sbetter|should)\s)?watch\syour\sback"
    rf"|(?:i|we)(?:['’]ll|\swill)\s(?:come\s(?:for|after)\syou|make\syou\spay)"
    rf")(?!\w)"
)
SWEARING = (
    r"(?i)"
    r"\b(?:fuck(?:s|ed|er|ers|ing)?|cunts?|wank(?:er|ers|ing)|twats?|arseholes?|bastards?|piss\soff"
    r"|rot\sin\shell|drop\sdead)\b"
)
INSULT = (
    r"(?i)"
    rf"{_NOT_QUOTED}you(?:['’]re|\sare|\slot\sare|\sall\sare)?\s(?:(?:nothing\sbut|all|just|an?|such"
    rf"|the|bunch\sof|lot\sof|complete|absolute|total|utter|real|stupid|useless|lying|evil)\s){{0,5}}"
    rf"{_BAD_NAME}\b"
)
# Four words or more in capitals, one of them longer than abbreviations are. A banner is quoted.
SHOUTING = (
    rf"{_NOT_QUOTED}(?=(?:[A-Z]{{1,4}}\s){{0,30}}[A-Z]{{5}})"
    r"[A-Z]+(?:['’][A-Z]+)?(?:[!.]*\s[A-Z]+(?:['’][A-Z]+)?){3,60}(?![\w])"
)
