## Goruchwyliwr yn rhoi atgyfeiriadau swyddog i swyddog arall

reassign-title = Rhoi atgyfeiriadau i swyddog arall
reassign-lead = Pan fydd swyddog yn gadael neu’n absennol, rhaid i rywun arall o’ch heddlu ateb dros yr hyn a ofynnodd, a thros yr hyn a roddwyd iddo.
reassign-left =
    { $count ->
        [one] Mae un atgyfeiriad gyda swyddog y mae ei gyfrif wedi’i gau, felly ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog.
       *[other] Nifer yr atgyfeiriadau sydd gyda swyddogion y mae eu cyfrifon wedi’u cau: { $count }. Ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog.
    }
reassign-left-many = Mae mwy na { $most } o atgyfeiriadau gyda swyddogion y mae eu cyfrifon wedi’u cau, felly ni fyddai galw’n ôl yn cyrraedd unrhyw swyddog.
reassign-left-link = Eu rhoi i swyddog arall
reassign-gone = Swyddogion sydd wedi gadael
reassign-gone-lead = Mae eu cyfrifon wedi’u cau, ac mae ganddynt atgyfeiriadau o hyd.
reassign-show-of = Dangos atgyfeiriadau { $officer }
reassign-anybody = Unrhyw swyddog o’ch heddlu
reassign-from = Enw mewngofnodi’r swyddog sydd â nhw nawr
reassign-from-hint = Gall ei gyfrif fod wedi’i gau.
reassign-show = Dangos ei atgyfeiriadau
reassign-expected-from = Rhowch enw mewngofnodi swyddog o’ch heddlu
reassign-expected-to = Rhowch enw mewngofnodi swyddog arall o’ch heddlu y mae ei gyfrif ar agor
reassign-expected-some = Dewiswch o leiaf un atgyfeiriad
reassign-of = Atgyfeiriadau { $officer }
reassign-closed = Mae’r cyfrif hwn wedi’i gau.
reassign-none = Nid oes gan y swyddog hwn unrhyw atgyfeiriadau. Dim ond y sawl sy’n ysgrifennu drafft sy’n ei weld, ac ni ellir ei drosglwyddo.
reassign-which = Pa atgyfeiriadau?
reassign-which-all = Dewiswyd pob un, am nad oes neb ar ôl i ateb drostynt. Tynnwch allan beth sy’n mynd at rywun arall.
reassign-sent = Anfonwyd ar { $day } at { $unit }
reassign-more = Dyma’r { $most } diweddaraf. Rhowch y rhain yn gyntaf, ac yna edrychwch eto.
reassign-to = Enw mewngofnodi’r swyddog sy’n eu cymryd drosodd
reassign-to-hint = Bydd yn eu gweld ar unwaith. Ni fydd { $officer } yn eu gweld mwyach.
reassign-warning = Cofnodir hyn ar gyfer pob atgyfeiriad, ac mae’r clinig yn ei weld. Gallwch eu rhoi’n ôl yn yr un ffordd.
reassign-contact = Os caiff rhywbeth ei alw yn ôl, bydd y swyddog y mae’r atgyfeiriad ganddo bryd hynny yn ei weld yma. Caiff y cyswllt hawliau gwybodaeth y mae eich heddlu wedi’i enwi wybod drwy e-bost.
reassign-contact-none = Os caiff rhywbeth ei alw yn ôl, bydd y swyddog y mae’r atgyfeiriad ganddo bryd hynny yn ei weld yma. Nid yw eich heddlu wedi enwi cyswllt hawliau gwybodaeth, a fyddai’n cael gwybod drwy e-bost hefyd: gall gweinyddwyr y gwasanaeth gofnodi un.
reassign-give = Eu trosglwyddo
reassign-give-all = Eu rhoi i gyd i’r swyddog hwn
reassign-another = Dewis swyddog arall
reassign-done =
    { $count ->
        [one] Rhoddwyd un atgyfeiriad i { $officer }.
       *[other] Nifer yr atgyfeiriadau a roddwyd i { $officer }: { $count }.
    }
reassign-not = Heb ei drosglwyddo: { $reference }. { $why }
reassign-act = Fe’i rhoesoch i swyddog arall
