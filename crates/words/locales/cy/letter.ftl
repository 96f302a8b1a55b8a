## Y llythyr: plaen, heb ddweud dim am ei destun. Efallai nad y person fydd yn ei agor.

letter-title = Llythyr
letter-in-person = I’w roi wyneb yn wyneb.
letter-representative = I’r derbynnydd yn unig.
letter-hello = Helo,
letter-decision = Rydym wedi gwneud penderfyniad sy’n ymwneud â chi, ac rydym am i chi wybod amdano.
letter-where = Gallwch ddarllen beth ydyw yn
letter-code = Gofynnir i chi am y cod hwn:
# Mae llinell o’r llythyr yn llinell yma.
letter-phrase =
    Gofynnir i chi hefyd am yr ymadrodd y cytunoch arno gydag un o’n staff.
    Nid yw’r cod ar ei ben ei hun yn dangos dim, felly ni all neb sy’n dod o hyd i’r llythyr hwn ddarllen dim byd.
letter-help =
    Os byddai’n well gennych i rywun ddweud wrthych, neu os oes arnoch angen help, iaith arall neu fformat arall,
    gofynnwch i’r person rydych yn ei weld yn ein hymddiriedolaeth, neu i wasanaeth cyngor i gleifion ein hymddiriedolaeth.
letter-not-for-you = Os nad yw’r llythyr hwn i chi, dinistriwch ef os gwelwch yn dda.
letter-yours = Yn gywir,
