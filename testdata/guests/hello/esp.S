# hello-efi.img: a disk that is one small FAT12 file system, with the program where UEFI looks for
# one, \EFI\BOOT\BOOTX64.EFI. A cluster is a sector.

        .set    SECTOR, 512
        .set    SECTORS, 128
        .set    DIRECTORY, 0x10
        .set    END, 0xfff                      # no cluster follows

# name, attributes, first cluster, size; without a time
        .macro  entry name, attributes, cluster, size
        .ascii  "\name"
        .byte   \attributes
        .zero   14
        .short  \cluster
        .long   \size
        .endm

# two entries of the table in three bytes
        .macro  clusters first, second
        .byte   \first & 0xff, (\first >> 8) | ((\second & 0xf) << 4), \second >> 4
        .endm

        .section .esp, "a"
disk:
        .byte   0xeb, 0x3c, 0x90
        .ascii  "vmconf  "
        .short  SECTOR
        .byte   1                               # sectors in a cluster
        .short  1                               # this one
        .byte   1                               # tables
        .short  SECTOR / 32                     # entries of the root directory
        .short  SECTORS
        .byte   0xf8                            # a fixed disk
        .short  1                               # sectors of a table
        .short  32, 2                           # geometry, of no use
        .long   0, 0
        .byte   0x80, 0, 0x29
        .long   0x68656c6f
        .ascii  "HELLO      FAT12   "
        .org    SECTOR - 2
        .byte   0x55, 0xaa

        .org    1 * SECTOR
        clusters 0xff8, END
        clusters END, END                       # 2, 3: directories
        clusters 5, 6                           # 4 to 6: the program
        clusters END, 0

        .org    2 * SECTOR
        entry   "EFI        ", DIRECTORY, 2, 0

        .org    3 * SECTOR
        entry   ".          ", DIRECTORY, 2, 0
        entry   "..         ", DIRECTORY, 0, 0
        entry   "BOOT       ", DIRECTORY, 3, 0

        .org    4 * SECTOR
        entry   ".          ", DIRECTORY, 3, 0
        entry   "..         ", DIRECTORY, 2, 0
        entry   "BOOTX64 EFI", 0, 4, program_size

        .org    5 * SECTOR
program:
        .incbin "hello.efi"
        .set    program_size, . - program
        .org    SECTORS * SECTOR
