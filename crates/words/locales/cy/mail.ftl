## Yr e-bost at gyswllt hawliau gwybodaeth heddlu. Fe’i hanfonir yn Saesneg: nid oes neb wedi gofyn i’r heddlu am iaith eto.

mail-recall-subject = Candour: galwyd datgeliad i’ch heddlu yn ôl
mail-recall-body =
    Mae Candour, y gwasanaeth y mae’r heddlu a gwasanaethau iechyd yn ymgynghori â’i gilydd drwyddo, yn rhoi gwybod i chi am alw datgeliad yn ôl.

    Galwyd datgeliad i’ch heddlu yn ôl. Ni all y swyddog y mae’r atgyfeiriad ganddo ei ddarllen yn Candour mwyach.

    Cyfeirnod yr achos: { $reference }
    Rhyddhawyd: { $released }
    Galwyd yn ôl: { $recalled }

    Beth i’w wneud: rhowch gyfeirnod yr achos i oruchwyliwr y swyddog y mae’r atgyfeiriad ganddo. Gofynnwch i’r goruchwyliwr sicrhau bod pob copi, allbrint, nodyn a chofnod a wnaed ohono’n cael ei ddychwelyd neu ei ddinistrio, a bod y swyddog yn cadarnhau hynny yn Candour o fewn 14 diwrnod, neu’n enwi yno’r gyfraith sy’n gwneud i’ch heddlu ei gadw.

    Os gofynnodd eich heddlu dros y ffôn, nid oes gan neb ohono’r achos yn Candour. Gwnewch yr un peth, a dywedwch wrth y clinig a ffoniodd eich heddlu yn ôl. Mae’r clinig yn cofnodi eich ateb.

    Mae’r goruchwyliwr a’r swyddog yn mewngofnodi yn { $address }/sign-in

    Nid yw’r neges hon yn dweud beth a ddatgelwyd, am bwy, na pham y’i galwyd yn ôl. Peidiwch â’i hateb.
