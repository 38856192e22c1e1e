# The boot sector of hello.img: fetches the rest of the image and the memory map
# through the BIOS, then enters protected mode.
#
# The BIOS loads these 512 bytes at 0x7c00 with the drive number in DL. The payload
# that follows on the disk is read to 0x7e00, straight behind this sector, so that
# the whole image lies in memory as disk.ld laid it out.

        .include "hello.inc"

        .set    E820_SIGNATURE, 0x534d4150      # "SMAP"

        .section .boot, "ax"
        .code16
        .globl  boot
boot:
        cli
        cld
        ljmp    $0, $1f                 # some BIOSes enter at 07c0:0000
1:      xorw    %ax, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movw    $boot, %sp              # the stack grows down from this sector
        sti

        movw    $read_request, %si      # extended read: no disk geometry involved
        movb    $0x42, %ah
        int     $0x13
        movw    $disk_error, %si
        jc      fail

        inb     $0x92, %al              # open the A20 gate: ACPI tables lie above 1 MiB
        orb     $0x02, %al
        andb    $0xfe, %al              # bit 0 would reset the machine
        outb    %al, $0x92

# Ask for the memory map one entry at a time; EBX is the BIOS's own cursor.
        movw    $e820_map, %di
        xorl    %ebx, %ebx
        movl    %ebx, e820_count
next_entry:
        movl    $0xe820, %eax
        movl    $E820_SIGNATURE, %edx
        movl    $MAP_ENTRY, %ecx
        int     $0x15
        jc      map_complete            # also how some BIOSes mark the end
        cmpl    $E820_SIGNATURE, %eax
        jne     map_complete
        incl    e820_count
        addw    $MAP_ENTRY, %di
        testl   %ebx, %ebx
        jz      map_complete
        cmpl    $MAP_LIMIT, e820_count
        jb      next_entry
map_complete:

        cli
        lgdtl   gdt_pointer
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        ljmpl   $CODE_SEGMENT, $disk_start

# Print the string at SI through the BIOS and stop.
fail:
        lodsb
        testb   %al, %al
        jz      1f
        movb    $0x0e, %ah
        movw    $7, %bx
        int     $0x10
        jmp     fail
1:      hlt
        jmp     1b

disk_error:
        .asciz  "hello: cannot read the disk\r\n"

        .balign 4
read_request:
        .byte   16, 0                   # size of this packet
        .word   payload_sectors
        .word   payload, 0              # offset and segment
        .quad   1                       # first sector

# The partition table. Nothing here reads it: it lets other tools see that the
# sectors are taken. Type 0x7f is reserved for private use.
        .org    446
        .byte   0x80, 0xfe, 0xff, 0xff     # active; start beyond cylinder addressing
        .byte   0x7f, 0xfe, 0xff, 0xff     # type; end likewise
        .long   1, payload_sectors
        .org    510
        .word   0xaa55

# First 32-bit code: the same duties as pvh_start, with the answers of the BIOS.
        .section .text, "ax"
        .code32
disk_start:
        movw    $DATA_SEGMENT, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movl    $stack_top, %esp
        call    clear_memory
        movl    $e820_map, map_start
        movl    e820_count, %eax
        movl    %eax, map_count
        movl    $no_arguments, arguments
        call    acpi_scan
        call    console_init
        movl    $booted_from_disk, %esi
        jmp     hello

        .section .rodata, "a"
booted_from_disk:
        .asciz  "booted from disk"
no_arguments:
        .asciz  ""

# Filled before clear_memory runs, hence not in .bss.
        .section .noinit, "aw", @nobits
        .balign 4
e820_count:
        .skip   4
e820_map:
        .skip   MAP_LIMIT * MAP_ENTRY
