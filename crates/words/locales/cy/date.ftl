## Dyddiau ac amserau

date-day = { $day } { $month } { $year }
date-moment = { $day } { $month } { $year }, { $time }
date-week = wythnos o { $first }
date-first-half = Ionawr i Fehefin { $year }
date-second-half = Gorffennaf i Ragfyr { $year }
date-month-1 = Ionawr
date-month-2 = Chwefror
date-month-3 = Mawrth
date-month-4 = Ebrill
date-month-5 = Mai
date-month-6 = Mehefin
date-month-7 = Gorffennaf
date-month-8 = Awst
date-month-9 = Medi
date-month-10 = Hydref
date-month-11 = Tachwedd
date-month-12 = Rhagfyr
