# Cynnig canlyniad y mae’r porth wedi’i adael yn agored.

## Teitlau a dolenni

propose-title = Cynnig canlyniad
propose-back = Yn ôl i’r achos
propose-form-title = Cynnig: { $outcome }
propose-preview-title = Gwirio’r cynnig
propose-not-open = mae’r porth wedi cau’r canlyniad hwn, neu ni fu erioed yn un

## Yr hyn a roddir

propose-bounds = Y telerau
propose-items = Pa wybodaeth a ddatgelir?
propose-items-hint = Y lleiaf ymwthiol sydd gyntaf. Ticiwch yr hyn sydd ei angen yn unig ac ysgrifennwch bob un: mae’r swyddog yn darllen eich geiriau chi a dim eraill. Yr hyn sydd mewn bachau dwbl, [[fel hyn]], bydd y swyddog yn ei ddarllen fel [left out], waeth pa mor hir ydyw.
propose-item-words = Yr hyn yn union a ddatgelir
propose-item-reason = Pam mae angen yr eitem hon
propose-item-reason-hint = I’r rhai sy’n penderfynu ac i’r adolygydd. Nid yw’r swyddog byth yn ei ddarllen.
propose-download = A gaiff y swyddog gadw copi?
propose-download-yes = Caiff, gellir ei lawrlwytho
propose-download-yes-hint = Fel arall dim ond yn Candour y gellir ei ddarllen, gyda chofnod bob tro.
propose-advice = Y cyngor
propose-advice-hint = Heb unrhyw gofnod, a heb ddatgelu a yw’r person yn hysbys. Mae’r swyddog yn ei ddarllen yn union fel rydych yn ei ysgrifennu.

## Pam

propose-necessity = Pam mae hyn yn angenrheidiol?
propose-necessity-hint = Yr hyn y mae hyn yn ei gyflawni.
propose-necessity-hint-gives = Yr hyn na ellid ei gyflawni hebddo, a’r hyn y rhoddwyd cynnig arno gyntaf.
propose-necessity-hint-refuses = Pam mai na yw’r ateb.
propose-necessity-hint-returns = Beth sydd ar goll, a pham na ellir penderfynu hebddo.
propose-proportionality = Pam mae’n gymesur?
propose-proportionality-hint = Pam nad yw’n fwy nag sydd ei angen.
propose-proportionality-hint-refuses = Pam na wnâi dim llai’r tro, fel cyngor heb unrhyw gofnod.
propose-proportionality-hint-returns = Pam mae’r hyn sydd ar goll yn werth aros amdano.
propose-proportionality-hint-gives = Pam mae’r hyn a enillir yn drech na’r niwed i’r person hwn, a pham na fyddai llai’n gwneud y tro.

## Sut y caiff y person ei hysbysu

propose-when = Pryd y caiff y person ei hysbysu?
propose-when-now = Nawr, yn ôl yr arfer
propose-when-later = Yn ddiweddarach
propose-when-later-hint = Daw i ben ohono’i hun ar y diwrnod olaf, a chaiff y person ei hysbysu.
propose-last-day = Y diwrnod olaf pan na cheir hysbysu’r person
propose-last-day-hint = { $days ->
    [two] Hyd at { $days } ddiwrnod o heddiw.
   *[other] Hyd at { $days } diwrnod o heddiw.
}
propose-notice-reasons = Pam na cheir hysbysu’r person cyn hynny?
propose-notice-reasons-hint = Mae’r adolygydd annibynnol yn darllen hyn.
propose-hold-day = Tan ba ddiwrnod na cheir hysbysu’r person?
propose-hold-day-hint = { $days ->
    [two] Hyd at { $days } ddiwrnod o heddiw. Os gadewch hwn yn wag, y diwrnod hwnnw sy’n cyfrif.
   *[other] Hyd at { $days } diwrnod o heddiw. Os gadewch hwn yn wag, y diwrnod hwnnw sy’n cyfrif.
}
propose-hold-reasons-hint = Mae’r adolygydd annibynnol yn darllen hyn, ac yn penderfynu eto cyn iddo ddod i ben.
propose-put-off = Wedi’i ohirio tan { $day } fan hwyraf.
propose-unsafe = Os yw hysbysu ymlaen llaw yn anniogel, mae clinigydd yn cofnodi hynny ar dudalen yr achos, gyda rhesymau.

## Gwallau, ar ôl label neu fel cais

propose-fault-none = dewiswch o leiaf un
propose-fault-list = dewiswch o’r rhestr hon yn unig
propose-fault-words = ysgrifennwch yr hyn y mae’n ei ddweud
propose-of-item = “{ $item }”: { $expected }
propose-fault-item-words = ysgrifennwch yr hyn y mae’r swyddog i’w ddarllen o dan “{ $item }”
propose-fault-reason = ysgrifennwch pam mae ei hangen
propose-fault-item-reason = ysgrifennwch pam mae angen “{ $item }”
propose-fault-day = rhowch ddiwrnod calendr
propose-fault-last-day = diwrnod rhwng heddiw a { $day }
